package io.nocode.runtime.changes;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Drops changes that nobody can ask for any more, and ends recordings that nobody follows. */
@ApplicationScoped
public class OldChanges {
    /** So long a change is kept for who comes back. */
    static final Duration KEPT = Duration.ofDays(1);
    /** And so many of a table, at most. */
    static final int MOST = 1_000_000;

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int BATCH = 10_000;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Whether it is this node's turn; one has it every few minutes. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean isDue() {
        Instant now = clock.instant();
        database.execute(List.of("select pg_advisory_xact_lock(6484)"));
        boolean due = database.update(Sql.of(
                        "insert into row_clock (at, xid) select ?::timestamptz, pg_snapshot_xmin(pg_current_snapshot())"
                                + " where not exists (select from row_clock where at > ?)",
                        now,
                        now.minus(EVERY)))
                > 0;
        database.update(Sql.of(
                "delete from row_clock where at < (select max(at) from row_clock where at <= ?)", now.minus(KEPT)));
        return due;
    }

    /** The recordings that go on. */
    List<Long> streams() {
        return database.list(Sql.of("select id from row_stream order by id"), row -> row.number("id"));
    }

    /** The recordings that nobody has followed for long, or whose table is gone. */
    List<Long> lapsed() {
        return database.list(
                Sql.of(
                        "select id from row_stream r where until < ?"
                                + " or not exists (select from pg_catalog.pg_class c where c.oid = r.relid)",
                        clock.instant()),
                row -> row.number("id"));
    }

    /**
     * Ends a recording, unless somebody has come to follow.
     *
     * @throws io.nocode.shared.sql.DatabaseFault where the table is in use for too long
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void end(long stream) {
        database.execute(List.of("set local lock_timeout = '500ms'"));
        Optional<Optional<String>> table = database.first(
                Sql.of(
                        "delete from row_stream r where id = ? and (until < ?"
                                + " or not exists (select from pg_catalog.pg_class c where c.oid = r.relid)) returning"
                                + " (select format('%I.%I', n.nspname, c.relname) from pg_catalog.pg_class c"
                                + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = r.relid) as name",
                        stream, clock.instant()),
                row -> Optional.ofNullable(row.textOrNull("name")));
        table.flatMap(name -> name)
                .ifPresent(name -> database.execute(Recording.events().stream()
                        .map(event -> "drop trigger if exists " + Recording.trigger(event) + " on " + name)
                        .toList()));
    }

    /** Says that a recording's changes are kept no longer than they must be, before the first of them goes. */
    void raiseFloor(long stream) {
        database.update(Sql.of(
                "update row_stream r set floor = greatest(r.floor,"
                        + " coalesce((select c.xid from row_clock c where c.at <= ? order by c.at desc limit 1), r.floor),"
                        + " coalesce((select c.xid from row_change c where c.stream = r.id"
                        + " order by c.xid desc offset " + MOST + " limit 1), r.floor)) where r.id = ?",
                clock.instant().minus(KEPT),
                stream));
    }

    /** Drops some changes from below the floor; tells whether there may be more. */
    boolean dropSome(long stream) {
        boolean more = database.update(Sql.of(
                        "delete from row_change where stream = ? and (xid, seq) in (select c.xid, c.seq from row_change c"
                                + " join row_stream r on r.id = c.stream where c.stream = ? and c.xid < r.floor limit "
                                + BATCH + ")",
                        stream,
                        stream))
                == BATCH;
        boolean moreCommits = database.update(Sql.of(
                        "delete from row_commit where stream = ? and xid in (select k.xid from row_commit k"
                                + " join row_stream r on r.id = k.stream where k.stream = ? and k.xid < r.floor limit "
                                + BATCH + ")",
                        stream,
                        stream))
                == BATCH;
        return more || moreCommits;
    }

    /** Drops some changes of recordings that have ended; tells whether there may be more. */
    boolean dropSomeOfEnded() {
        boolean more = dropSomeOfEnded("row_change", "xid, seq");
        return dropSomeOfEnded("row_commit", "xid") || more;
    }

    private boolean dropSomeOfEnded(String from, String key) {
        return database.update(Sql.of("with recursive known (stream) as (select min(stream) from " + from + " union all"
                        + " select (select min(c.stream) from " + from + " c where c.stream > known.stream) from known"
                        + " where known.stream is not null), ended as (select k.stream from known k"
                        + " where k.stream is not null and not exists (select from row_stream r where r.id = k.stream))"
                        + " delete from " + from + " where (stream, " + key + ") in (select stream, " + key
                        + " from ended join " + from + " c using (stream) limit " + BATCH + ")"))
                == BATCH;
    }
}
