/** The plans that organisations can be on, and what they allow: held where a thing is created. */
@NullMarked
package io.nocode.foundation.plans;

import org.jspecify.annotations.NullMarked;
