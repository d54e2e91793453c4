/** Guessing credentials: how often one may, and the proof that a caller is who they are. */
@NullMarked
package io.nocode.foundation.attempts;

import org.jspecify.annotations.NullMarked;
