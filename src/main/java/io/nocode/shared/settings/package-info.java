/** The configuration keys with their defaults. */
@NullMarked
package io.nocode.shared.settings;

import org.jspecify.annotations.NullMarked;
