/** The one clock. */
@NullMarked
package io.nocode.shared.time;

import org.jspecify.annotations.NullMarked;
