package io.nocode.studio.schema.formula;

/**
 * An expression of SQL, and what it gives. Whole and decimal numbers are {@code numeric} in it, whatever their columns
 * are, so that no intermediate result overflows.
 */
record Typed(Kind kind, String sql) {
    /** Whether it is nothing at all, which fits every kind. */
    boolean isMissing() {
        return sql.equals("null");
    }

    /** The same as a number that can stand beside another one. */
    String beside(Typed other) {
        return other.kind == Kind.FLOAT && kind != Kind.FLOAT ? "(" + sql + ")::double precision" : sql;
    }
}
