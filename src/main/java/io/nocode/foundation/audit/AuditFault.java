package io.nocode.foundation.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a chain.
 *
 * @param sequence where in the chain; null where it is at no place
 */
@Schema(name = "AuditFault")
public record AuditFault(@Nullable Long sequence, Kind kind) {
    /** What can be wrong. */
    public enum Kind {
        /** The entry is not the one that was written. */
        CHANGED,
        /** The personal data of the entry are not those that were written. */
        PERSONAL_DATA_CHANGED,
        /** There is no entry at this place. */
        MISSING,
        /** The entry does not carry the hash of the one before. */
        NOT_LINKED,
        /** An entry was put in past the chain. */
        NOT_IN_CHAIN,
        /** The chain does not end where it was: entries at its end were removed, or put in. */
        END_MOVED,
        /** The chain has another hash at the place of which one was given. */
        REWRITTEN
    }
}
