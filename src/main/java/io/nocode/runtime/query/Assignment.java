package io.nocode.runtime.query;

import org.jspecify.annotations.Nullable;

/** What becomes of one column of a row that is written. */
public record Assignment(Column column, Kind kind, @Nullable Object value) {
    /** How the column gets its value. */
    public enum Kind {
        /** It is this value. */
        VALUE,
        /** It is the field's default. */
        DEFAULT,
        /** A JSON object merged into the one that is there (RFC 7396). */
        MERGED
    }

    public static Assignment value(Column column, @Nullable Object value) {
        return new Assignment(column, Kind.VALUE, value);
    }

    public static Assignment toDefault(Column column) {
        return new Assignment(column, Kind.DEFAULT, null);
    }

    public static Assignment merged(Column column, Object patch) {
        return new Assignment(column, Kind.MERGED, patch);
    }

    /**
     * What stands on the right of the equals sign.
     *
     * @param value where its value comes from
     */
    String sql(String value) {
        return switch (kind) {
            case VALUE -> value;
            case DEFAULT -> "default";
            case MERGED -> "nocode.merge_patch(t." + column.quoted() + ", " + value + ")";
        };
    }

    boolean hasValue() {
        return kind != Kind.DEFAULT;
    }
}
