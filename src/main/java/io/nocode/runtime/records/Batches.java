package io.nocode.runtime.records;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runs many statements as one transaction of their own. */
@ApplicationScoped
public class Batches {
    @Inject
    private Database database;

    /**
     * Runs statements that touch many rows each, and stops at the first fault.
     *
     * @param whole whether nothing is kept where one of the rows was not touched
     * @param keep whether what they do is kept, or all of it was only a trial
     * @return what became of each row; empty, and nothing is kept, where that cannot be told
     */
    Optional<List<Touched>> together(BulkSets sets, boolean whole, boolean keep) {
        return transaction(connection -> {
            Optional<List<Touched>> touched = run(connection, sets);
            end(connection, keep && touched.isPresent() && !(whole && !areAllDone(touched.get())));
            return touched;
        });
    }

    /**
     * Runs each statement whether or not those before it failed, to learn what is wrong with each.
     *
     * @param whole whether nothing is kept where one of them failed or touched no row
     * @param keep whether what succeeds is kept, or all of it was only a trial
     */
    List<Touched> separately(List<Sql> statements, boolean whole, boolean keep) {
        return transaction(connection -> {
            List<Touched> touched = each(connection, statements);
            end(connection, keep && !(whole && !areAllDone(touched)));
            return touched;
        });
    }

    private static boolean areAllDone(List<Touched> touched) {
        return touched.stream().allMatch(one -> one.id() != null);
    }

    private static void end(Connection connection, boolean keep) throws SQLException {
        if (keep) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    private static List<Touched> each(Connection connection, List<Sql> statements) throws SQLException {
        List<Touched> touched = new ArrayList<>(statements.size());
        for (Sql sql : statements) {
            Savepoint before = connection.setSavepoint();
            try {
                touched.add(run(connection, sql));
            } catch (SQLException fault) {
                connection.rollback(before);
                touched.add(new Touched(null, 0, new DatabaseFault(fault)));
            }
            connection.releaseSavepoint(before);
        }
        return touched;
    }

    /** Work in several steps within one transaction. A step that fails leaves those before it as they are. */
    final class Steps {
        private final Connection connection;

        private Steps(Connection connection) {
            this.connection = connection;
        }

        /** Runs statements that touch many rows each: all of them, or none, which is so where they do not tell. */
        Optional<List<Touched>> together(BulkSets sets) {
            return step(() -> run(connection, sets), Optional::isPresent);
        }

        /** Runs each statement whether or not those before it failed. */
        List<Touched> each(List<Sql> statements) {
            return step(() -> Batches.each(connection, statements), done -> true);
        }

        /** Runs a statement; how many rows it touched. */
        int update(Sql sql) {
            return step(
                    () -> {
                        try (PreparedStatement statement = Database.prepare(connection, sql)) {
                            return statement.executeUpdate();
                        }
                    },
                    done -> true);
        }

        private <T> T step(Step<T> work, Predicate<T> keep) {
            try {
                Savepoint before = connection.setSavepoint();
                try {
                    T result = work.run();
                    if (!keep.test(result)) {
                        connection.rollback(before);
                    }
                    connection.releaseSavepoint(before);
                    return result;
                } catch (SQLException failed) {
                    connection.rollback(before);
                    throw failed;
                }
            } catch (SQLException failed) {
                throw new DatabaseFault(failed);
            }
        }
    }

    private interface Step<T> {
        T run() throws SQLException;
    }

    /**
     * Works in steps.
     *
     * @param keep whether what they did is kept, or all of it was only a trial
     */
    <T> T within(boolean keep, Function<Steps, T> work) {
        return transaction(connection -> {
            T result = work.apply(new Steps(connection));
            end(connection, keep);
            return result;
        });
    }

    private static Touched run(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, sql);
                ResultSet results = Database.query(statement)) {
            return results.next()
                    ? new Touched(results.getObject(2, UUID.class), results.getLong(1), null)
                    : Touched.NOTHING;
        }
    }

    private static Optional<List<Touched>> run(Connection connection, BulkSets sets) throws SQLException {
        List<List<Touched>> answers = new ArrayList<>();
        for (Sql sql : sets.statements()) {
            List<Touched> rows = new ArrayList<>();
            try (PreparedStatement statement = Database.prepare(connection, sql)) {
                // New rows are not told of.
                if (statement.execute()) {
                    try (ResultSet results = statement.getResultSet()) {
                        while (results.next()) {
                            rows.add(new Touched(results.getObject(2, UUID.class), results.getLong(1), null));
                        }
                    }
                }
            }
            answers.add(rows);
        }
        return sets.touched(answers);
    }

    /** Does something in one transaction, and keeps it where that is wanted. */
    <T> T whole(boolean keep, Database.Work<T> work) {
        return transaction(connection -> {
            T found = work.with(connection);
            end(connection, keep);
            return found;
        });
    }

    /** Does something in one transaction; the work itself commits or rolls back. */
    <T> T transaction(Database.Work<T> work) {
        return database.connected(connection -> {
            connection.setAutoCommit(false);
            try {
                return work.with(connection);
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }
}
