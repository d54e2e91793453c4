package io.nocode.runtime.records;

import java.util.UUID;

/** A row as an answer: its JSON, and what its tag is made of. */
final class StoredRow {
    private final UUID id;
    private final long version;
    private final byte[] json;

    StoredRow(UUID id, long version, byte[] json) {
        this.id = id;
        this.version = version;
        this.json = json;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    /** Not to be changed: it is not copied. */
    byte[] json() {
        return json;
    }
}
