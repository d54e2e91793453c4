package io.nocode.shared.files;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes away the bytes that nothing refers to any more. It may run on every node at once. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class FileSweep {
    /** How long what nothing refers to is left alone: something may be about to. */
    private static final Duration GRACE = Duration.ofHours(24);

    /** How long a transaction may take between the deletion of a file and its own end, and a look at who holds on. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** Deleted files that nobody reads any more as they were before. */
    private static final String GONE = "select id from stored_file_gone g where g.gone_at < ? and not exists (select 1"
            + " from pg_locks l join pg_stat_activity a on a.pid = l.pid where l.locktype = 'advisory'"
            + " and l.database = (select oid from pg_database where datname = current_database())"
            + " and l.classid = " + StoredFiles.HELD_CLASS + " and l.objid = " + StoredFiles.HELD_OBJECT
            + " and l.objsubid = 2 and a.xact_start < g.gone_at + interval '1 hour') order by gone_at limit ";

    private static final int AT_ONCE = 1_000;

    @Inject
    private Database database;

    @Inject
    private FileDirectory directory;

    @Inject
    private Clock clock;

    public void run() {
        // Two that went at the same moment may each have taken the other for the last reference.
        database.update(Sql.of(
                "delete from stored_file s where s.created_at < ?"
                        + " and not exists (select 1 from row_file f where f.stored_id = s.id)",
                clock.instant().minus(GRACE)));
        if (directory.isSet()) {
            gone();
            orphans();
        }
    }

    private void gone() {
        for (UUID id : database.list(Sql.of(GONE + AT_ONCE, clock.instant().minus(SETTLED)), row -> row.uuid("id"))) {
            if (directory.delete(id)) {
                database.update(Sql.of("delete from stored_file_gone where id = ?", id));
            }
        }
    }

    /** What a process wrote that was killed before its transaction ended. */
    private void orphans() {
        List<UUID> old = directory.olderThan(clock.instant().minus(GRACE));
        for (int from = 0; from < old.size(); from += AT_ONCE) {
            List<UUID> some = old.subList(from, Math.min(old.size(), from + AT_ONCE));
            Set<UUID> known = new HashSet<>(database.list(
                    Sql.of(
                            "select id from stored_file where id = any (?::uuid[])"
                                    + " union all select id from stored_file_gone where id = any (?::uuid[])",
                            some,
                            some),
                    row -> row.uuid("id")));
            some.stream().filter(id -> !known.contains(id)).forEach(directory::delete);
        }
    }
}
