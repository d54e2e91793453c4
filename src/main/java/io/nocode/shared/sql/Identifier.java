package io.nocode.shared.sql;

/**
 * A name within PostgreSQL. Made only from catalogue entries and constants, never from what a caller sent; however it
 * came about, it is quoted.
 */
public record Identifier(String name) {
    /** PostgreSQL's own limit, in bytes. */
    public static final int MAX_BYTES = 63;

    public Identifier {
        if (name.isEmpty()
                || name.indexOf('\0') >= 0
                || name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("Not a PostgreSQL identifier.");
        }
    }

    public static Identifier of(String name) {
        return new Identifier(name);
    }

    /** The name as SQL text. */
    public String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return quoted();
    }
}
