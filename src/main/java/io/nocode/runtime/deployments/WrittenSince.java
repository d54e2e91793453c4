package io.nocode.runtime.deployments;

/**
 * Finds the rows that were written since a moment, by the transactions that wrote them: PostgreSQL reads a table once
 * for it, and compares one number. The moment is the oldest transaction that was at work then; whatever was not seen
 * then is of this one or of a later one. In a database to which the table was copied from another one, every row is
 * later or the moment has not come yet.
 */
final class WrittenSince {
    /** The moment, as PostgreSQL tells it. */
    static final String NOW = "pg_snapshot_xmin(pg_current_snapshot())";

    private WrittenSince() {}

    /** The condition on a row {@code t}. */
    static String of(long moment) {
        return "age(t.xmin) <= age('" + moment + "'::xid8::xid)";
    }

    /** The condition under which a moment that is noted in a column is one of this database. */
    static String isPast(String column) {
        return column + " <= pg_snapshot_xmax(pg_current_snapshot())";
    }
}
