package io.nocode.studio.tables;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.SchemaDiff;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Locks the tables that a change is about, all of them or none. Whoever waits for a lock makes everybody behind wait too:
 * so it waits for a moment only, lets everybody pass, and tries again.
 */
@ApplicationScoped
class TableLocks {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final int TRIES = 15;
    private static final int WAIT_MILLIS = 100;
    /** Run before what needs the locks: other tables, which a step may lock too, are waited for longer. */
    static final String LONGER = "set local lock_timeout = '2s'";

    private static final int PAUSE_MILLIS = 40;

    @Inject
    private Database database;

    /** Whether others use what a statement wanted to lock. */
    static boolean isBusy(DatabaseFault fault) {
        return fault.state().equals(LOCK_NOT_AVAILABLE) || fault.state().equals(DEADLOCK);
    }

    /** Throws TABLE_BUSY where the tables are used for too long. */
    void take(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted) {
        take(
                changed(now, wanted).stream()
                        .map(table -> pgSchema + "." + table.table())
                        .toList(),
                "access exclusive");
    }

    /** The same of tables by their full names, in a mode of PostgreSQL's. */
    void take(List<String> names, String mode) {
        String tables = names.stream().sorted().collect(Collectors.joining(", "));
        for (int attempt = 1; !tables.isEmpty() && !isTaken(tables, mode); attempt++) {
            if (attempt == TRIES) {
                throw SchemaProblem.TABLE_BUSY.because();
            }
            database.execute(List.of("select pg_sleep(" + attempt * PAUSE_MILLIS + " / 1000.0)"));
        }
    }

    private boolean isTaken(String tables, String mode) {
        try {
            database.execute(List.of(
                    "savepoint locking",
                    "set local lock_timeout = " + WAIT_MILLIS,
                    "lock table " + tables + " in " + mode + " mode"));
            return true;
        } catch (DatabaseFault fault) {
            if (!isBusy(fault)) {
                throw fault;
            }
            database.execute(List.of("rollback to savepoint locking"));
            return false;
        }
    }

    private static List<TableSchema> changed(List<TableSchema> now, List<TableSchema> wanted) {
        Map<Object, TableSchema> after =
                wanted.stream().collect(Collectors.toMap(TableSchema::id, Function.identity()));
        Set<TableSchema> same = Set.copyOf(wanted);
        return now.stream()
                .filter(table -> !same.contains(table)
                        && !SchemaDiff.between(table, after.get(table.id())).isEmpty())
                .toList();
    }
}
