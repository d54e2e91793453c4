package io.nocode.studio.schema;

/** How a column is read and written: the families of PostgreSQL's types that fields use. */
public enum Wire {
    TEXT("text"),
    INTEGER("integer"),
    BIGINT("bigint"),
    DECIMAL("numeric"),
    FLOAT("double precision"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIME("time"),
    TIMESTAMP("timestamptz"),
    JSON("jsonb"),
    UUID("uuid"),
    TEXT_ARRAY("text[]");

    private final String base;

    Wire(String base) {
        this.base = base;
    }

    /** PostgreSQL's type without length or precision. */
    public String base() {
        return base;
    }

    /** Whether this holds numbers. */
    public boolean isNumber() {
        return this == INTEGER || this == BIGINT || this == DECIMAL || this == FLOAT;
    }
}
