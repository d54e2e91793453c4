package io.nocode.shared.sql;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Reads that last as long as a client takes their rows. They have connections of their own, a few at once, beside the
 * server's pool: whoever reads slowly takes no connection from those who only ask for a page.
 */
@ApplicationScoped
public class LongReads {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore places = new Semaphore(Settings.number("nocode.exports.at-once", 4), true);
    private final long longest =
            Settings.duration("nocode.exports.longest", Duration.ofMinutes(10)).toMillis();
    private final DataSource connections = DatabaseSettings.read().direct();

    /**
     * Refuses what would have to wait: to be called while there is still an answer to be refused.
     *
     * @throws io.nocode.shared.problem.Problem TOO_MANY_REQUESTS where all places are taken now
     */
    public void requirePlace() {
        if (places.availablePermits() == 0) {
            throw busy();
        }
    }

    /** Reads within one transaction that sees one state of the database and changes nothing. */
    public <T> T with(Database.Work<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try (Connection connection = connections.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set statement_timeout = " + longest);
            }
            return work.with(connection);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        } finally {
            places.release();
        }
    }

    /** Takes one row after the other of what a query answers with, as a CSV line without its end. */
    @FunctionalInterface
    public interface Lines {
        void line(byte[] bytes, int length) throws java.io.IOException;
    }

    /**
     * Lets PostgreSQL itself write a query's rows as CSV. COPY takes no parameters: the query's values are bound to
     * settings of the transaction, which the query then reads.
     *
     * @param delimiter a constant of the application's own
     */
    public void copy(Sql query, char delimiter, Lines lines) {
        with(connection -> {
            String text = ValuesAsSettings.text(connection, query);
            org.postgresql.copy.CopyOut copy = connection
                    .unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + text + ") to stdout (format csv, delimiter " + literal(delimiter) + ")");
            try {
                for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    // A row comes with the line feed of the server's own.
                    lines.line(row, row.length - 1);
                }
            } catch (java.io.IOException clientGone) {
                throw new java.io.UncheckedIOException(clientGone);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return List.of();
        });
    }

    private static String literal(char delimiter) {
        return delimiter == '\t' ? "E'\\t'" : "'" + delimiter + "'";
    }

    private static RuntimeException busy() {
        return CommonProblem.TOO_MANY_REQUESTS.because().retryAfter(PATIENCE);
    }
}
