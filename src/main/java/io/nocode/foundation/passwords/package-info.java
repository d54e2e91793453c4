/** Passwords: which are good enough, and how they are kept. */
@NullMarked
package io.nocode.foundation.passwords;

import org.jspecify.annotations.NullMarked;
