package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes values of a copy into a table, some rows in each transaction. A piece passes over rows that somebody else is
 * changing: who waits while holding others could wait in a circle.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class EarlyPieces {
    private static final int ROWS = 2_000;
    private static final String QUIETLY = "set local nocode.quiet = 'on'";
    /** A piece is small whatever PostgreSQL thinks: its rows are found one by one, and no table is read whole. */
    private static final List<String> BY_ID = List.of(
            QUIETLY,
            "set local enable_seqscan = off",
            "set local enable_hashjoin = off",
            "set local enable_mergejoin = off");

    @Inject
    private Database database;

    /**
     * What goes where.
     *
     * @param table its full name
     * @param copy the copy's full name
     */
    record Values(String table, String copy, List<Pair> pairs) {
        /** The condition on a row {@code t} and its copy {@code b} under which something is to be written. */
        private String isMissing() {
            return pairs.stream()
                    .map(pair -> "(b." + pair.source() + " is not null and t." + pair.column() + " is distinct from b."
                            + pair.source() + ")")
                    .collect(Collectors.joining(" or ", "(", ")"));
        }

        /** Found without a look into the copy. */
        private String isNew() {
            return pairs.stream()
                    .map(pair -> "t." + pair.column() + " is not distinct from " + pair.initial())
                    .collect(Collectors.joining(" or ", "(", ")"));
        }

        private String set(String from) {
            return pairs.stream()
                    .map(pair ->
                            pair.column() + " = coalesce(" + from + "." + pair.source() + ", t." + pair.column() + ")")
                    .collect(Collectors.joining(", "));
        }

        private String sources() {
            return pairs.stream().map(pair -> pair.source().quoted()).collect(Collectors.joining(", "));
        }

        /** The rows {@code t} of a piece in which something is missing. */
        private String rows() {
            return "(select id, " + sources() + " from " + copy + " where id > ? order by id limit " + ROWS
                    + ") b join " + table + " t on t.id = b.id where " + isMissing();
        }
    }

    /**
     * A column, and that of the copy which its values come from.
     *
     * @param initial what the column has in a new row, as SQL
     */
    record Pair(Identifier column, Identifier source, String initial) {}

    /** Has a copy found by the ids of its rows. */
    void index(String copy, Identifier index) {
        database.takeTime();
        database.execute(
                List.of("create unique index if not exists " + index + " on " + copy + " (id)", "analyze " + copy));
    }

    /** The last row of the piece after a row; empty at the end. */
    Optional<UUID> through(String copy, UUID after) {
        return database.first(
                Sql.of(
                        "select id from (select id from " + copy + " where id > ? order by id limit " + ROWS
                                + ") piece order by id desc limit 1",
                        after),
                row -> row.uuid("id"));
    }

    /** Writes what is missing of the piece after a row. */
    void write(Values values, UUID after) {
        database.execute(BY_ID);
        database.update(Sql.of(
                "with free as materialized (select b.* from " + values.rows()
                        + " order by b.id for no key update of t skip locked) update " + values.table + " t set "
                        + values.set("free") + " from free where t.id = free.id",
                after));
    }

    /** The rows of a piece that were passed over. */
    List<UUID> left(Values values, UUID after) {
        database.execute(BY_ID);
        return database.list(Sql.of("select t.id from " + values.rows(), after), row -> row.uuid("id"));
    }

    /** Writes one row, and waits for whoever changes it. */
    void writeOne(Values values, UUID row) {
        database.execute(List.of(QUIETLY, "set local lock_timeout = '10s'"));
        database.update(Sql.of(
                "update " + values.table + " t set " + values.set("b") + " from " + values.copy
                        + " b where b.id = t.id and t.id = ? and " + values.isMissing(),
                row));
    }

    /**
     * Writes what is missing of rows that were written since a moment, within the caller's transaction, while nobody else
     * writes.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void writeLate(Values values, long moment) {
        database.execute(List.of(QUIETLY));
        database.update(Sql.of("update " + values.table + " t set " + values.set("b") + " from " + values.copy
                + " b where b.id = t.id and " + WrittenSince.of(moment) + " and " + values.isNew() + " and "
                + values.isMissing()));
        database.execute(List.of("set local nocode.quiet = 'off'"));
    }

    /** How many values of a column the copy has, and how many of them are of rows that still exist. */
    Told count(Values values, Identifier source) {
        database.takeTime();
        return database.first(
                        Sql.of("select count(*) as copied, count(t.id) as here from " + values.copy + " b left join "
                                + values.table + " t on t.id = b.id where b." + source + " is not null"),
                        row -> new Told(row.number("copied"), row.number("here")))
                .orElseThrow();
    }

    /** Of how many values how many came back. */
    record Told(long copied, long here) {}
}
