package io.nocode.runtime.query;

import java.util.List;

/** What rows are asked for, in the caller's own names: nobody has looked yet whether such fields exist. */
public sealed interface Asked {
    /** Every row. */
    Asked ANYTHING = new All(List.of());

    /** All of these hold. */
    record All(List<Asked> parts) implements Asked {}

    /** One of these holds at least. */
    record Any(List<Asked> parts) implements Asked {}

    /** This does not hold. */
    record Not(Asked part) implements Asked {}

    /**
     * A field compared with something.
     *
     * @param key field, relations on the way to it, and operator, as in {@code client__name__icontains}
     * @param at where it stands, for the answer that refuses it
     */
    record Test(String key, Given given, String at) implements Asked {}
}
