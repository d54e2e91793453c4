package io.nocode.shared.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers. */
public final class Ids {
    private Ids() {}

    /** A new UUID version 7 (RFC 9562): sortable by the time it was made. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
