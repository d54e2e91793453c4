/** Sign-in: registration, tokens and their verification, sessions, e-mail links. */
@NullMarked
package io.nocode.foundation.auth;

import org.jspecify.annotations.NullMarked;
