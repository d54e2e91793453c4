/** Who is asking. */
@NullMarked
package io.nocode.shared.security;

import org.jspecify.annotations.NullMarked;
