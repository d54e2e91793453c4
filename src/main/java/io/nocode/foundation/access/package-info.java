/** Who may do what: the one place that decides. */
@NullMarked
package io.nocode.foundation.access;

import org.jspecify.annotations.NullMarked;
