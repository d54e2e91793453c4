/** Identifiers of everything that is stored. */
@NullMarked
package io.nocode.shared.id;

import org.jspecify.annotations.NullMarked;
