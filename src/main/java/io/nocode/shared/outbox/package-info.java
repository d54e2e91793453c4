/** Work that must not be lost: stored with the transaction that caused it, done at least once. */
@NullMarked
package io.nocode.shared.outbox;

import org.jspecify.annotations.NullMarked;
