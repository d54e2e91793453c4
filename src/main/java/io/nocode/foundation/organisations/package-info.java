/** Organisations, their members, and how people come and go. */
@NullMarked
package io.nocode.foundation.organisations;

import org.jspecify.annotations.NullMarked;
