/** The plans that organisations can be on. */
@NullMarked
package io.nocode.foundation.subscriptions;

import org.jspecify.annotations.NullMarked;
