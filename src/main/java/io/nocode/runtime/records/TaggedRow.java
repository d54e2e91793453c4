package io.nocode.runtime.records;

import org.jspecify.annotations.Nullable;

/** A row as an answer to who may have it already. */
final class TaggedRow {
    private final String tag;
    private final byte @Nullable [] json;

    TaggedRow(String tag, byte @Nullable [] json) {
        this.tag = tag;
        this.json = json;
    }

    String tag() {
        return tag;
    }

    /** Null where the caller has the row as it is. Not to be changed: it is not copied. */
    byte @Nullable [] json() {
        return json;
    }
}
