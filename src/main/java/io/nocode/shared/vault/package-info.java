/** Encryption of stored secrets under the master key. */
@NullMarked
package io.nocode.shared.vault;

import org.jspecify.annotations.NullMarked;
