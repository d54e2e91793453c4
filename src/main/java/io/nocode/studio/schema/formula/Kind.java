package io.nocode.studio.schema.formula;

/** What an expression gives. */
public enum Kind {
    WHOLE,
    DECIMAL,
    FLOAT,
    TEXT,
    BOOLEAN,
    DATE,
    TIME,
    MOMENT;

    /** Whether this holds numbers. */
    public boolean isNumber() {
        return this == WHOLE || this == DECIMAL || this == FLOAT;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
