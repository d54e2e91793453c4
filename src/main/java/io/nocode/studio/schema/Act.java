package io.nocode.studio.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done with rows. */
public enum Act {
    READ,
    CREATE,
    UPDATE,
    DELETE;

    /** As clients write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The act that clients write so. */
    public static Optional<Act> named(String wireName) {
        return Arrays.stream(values())
                .filter(act -> act.wireName().equals(wireName))
                .findFirst();
    }

    /** Whether a row is there afterwards that was written by it. */
    public boolean writes() {
        return this == CREATE || this == UPDATE;
    }
}
