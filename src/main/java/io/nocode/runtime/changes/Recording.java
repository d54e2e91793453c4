package io.nocode.runtime.changes;

import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Snapshot;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the database record what happens to the rows of a table. */
@ApplicationScoped
public class Recording {
    /** So long after its last follower has gone a table is recorded, for who comes back. */
    static final Duration LEASE = Duration.ofHours(6);

    private static final List<String> EVENTS = List.of("insert", "update", "delete", "truncate");

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** A table that is recorded, at a moment. */
    record Moment(long stream, Snapshot now) {}

    /** The recording now; empty where there is none. */
    Optional<Moment> now(LiveTable table) {
        return database.first(
                Sql.of(
                        "select id, pg_current_snapshot()::text as now from row_stream where relid = to_regclass(?)::oid",
                        table.quoted()),
                row -> new Moment(row.number("id"), Snapshot.parse(row.text("now"))));
    }

    /**
     * Begins to record, or goes on. Writers of the table are waited for, for a moment: what they write until the end of
     * their transactions is recorded whole or not at all.
     *
     * @throws io.nocode.shared.sql.DatabaseFault where writers take too long, or the table has just gone
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void begin(LiveTable table) {
        Instant now = clock.instant();
        database.execute(List.of("set local lock_timeout = '1s'"));
        database.first(
                        Sql.of(
                                "insert into row_stream (relid, floor, until, created_at)"
                                        + " values (?::regclass::oid, '0', ?, ?) on conflict (relid) do nothing returning id",
                                table.quoted(),
                                now.plus(LEASE),
                                now),
                        row -> row.number("id"))
                .ifPresent(stream -> database.execute(triggers(table, stream)));
    }

    private static List<String> triggers(LiveTable table, long stream) {
        List<String> statements = new ArrayList<>();
        for (String event : EVENTS) {
            String rows =
                    switch (event) {
                        case "insert" -> " referencing new table as new_rows";
                        case "update" -> " referencing old table as old_rows new table as new_rows";
                        case "delete" -> " referencing old table as old_rows";
                        default -> "";
                    };
            statements.add("create or replace trigger " + trigger(event) + " after " + event + " on " + table.quoted()
                    + rows + " for each statement execute function nocode.record_rows('" + stream + "')");
        }
        return statements;
    }

    static String trigger(String event) {
        return "nocode_record_" + event;
    }

    static List<String> events() {
        return EVENTS;
    }

    /** Says that somebody follows. */
    void keep(long stream) {
        database.update(Sql.of(
                "update row_stream set until = ? where id = ?", clock.instant().plus(LEASE), stream));
    }
}
