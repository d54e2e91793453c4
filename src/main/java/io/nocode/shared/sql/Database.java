package io.nocode.shared.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgResultSet;

/**
 * Runs SQL on the main data source, within the transaction of the caller if there is one. A fault of PostgreSQL is a
 * {@link DatabaseFault}.
 */
@ApplicationScoped
public class Database {
    private static final int ROWS_AT_ONCE = 1_000;

    // Not shared: a shared connection stays with its request after it was given back, and a use case that reads before
    // its transaction begins would hold two.
    @Resource(name = "jdbc/alone", lookup = "java:app/jdbc/main", shareable = false)
    private DataSource dataSource;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    /** Work with a connection; it is given back afterwards. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    /** Runs a statement that changes something, and tells how many rows it touched. */
    public int update(Sql sql) {
        return connected(connection -> {
            try (PreparedStatement statement = prepare(connection, sql)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Runs statements without values, one after the other, on one way to PostgreSQL and back: DDL. */
    public void execute(List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        connected(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(String.join(";\n", statements));
            }
            return statements.size();
        });
    }

    public <T> List<T> list(Sql sql, Function<Row, T> read) {
        return connected(connection -> {
            try (PreparedStatement statement = prepare(connection, sql);
                    ResultSet results = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                Row row = new Row(results);
                while (results.next()) {
                    all.add(read.apply(row));
                }
                return all;
            }
        });
    }

    /** Gives one row after the other and never holds many, where a transaction is open. */
    public void each(Sql sql, Consumer<Row> read) {
        connected(connection -> {
            try (PreparedStatement statement = prepare(connection, sql)) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet results = statement.executeQuery()) {
                    Row row = new Row(results);
                    while (results.next()) {
                        read.accept(row);
                    }
                }
            }
            return 0;
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Sql sql, Function<Row, T> read) {
        return connected(connection -> {
            try (PreparedStatement statement = prepare(connection, sql);
                    ResultSet results = statement.executeQuery()) {
                return results.next() ? Optional.of(read.apply(new Row(results))) : Optional.empty();
            }
        });
    }

    /** Whether the query has any row. */
    public boolean exists(Sql sql) {
        return first(sql, row -> true).isPresent();
    }

    /**
     * Does something with a connection. Within a transaction it is the one that JPA works on, asked of JPA itself:
     * not every server gives the same connection to both, and two would neither see each other's rows nor commit
     * together.
     */
    public <T extends @Nullable Object> T connected(Work<T> work) {
        try {
            if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
                return work.with(entities.unwrap(Connection.class));
            }
            try (Connection connection = dataSource.getConnection()) {
                return work.with(connection);
            }
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    /** Lets the statements of the current transaction take as long as they need: for jobs and changes of tables. */
    public void takeTime() {
        execute(List.of("set local statement_timeout = 0"));
    }

    /**
     * Runs statements without values that take as long as they need, each by itself: what PostgreSQL does not do within
     * a transaction. Not to be called within one.
     */
    public void executeSlowly(List<String> statements) {
        connected(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set statement_timeout = 0");
                try {
                    for (String text : statements) {
                        statement.execute(text);
                    }
                } finally {
                    statement.execute("reset statement_timeout");
                }
            }
            return statements.size();
        });
    }

    /** Opens the connection of the current transaction, if there is one, for JPA and SQL alike. */
    void joinTransaction() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            entities.unwrap(Connection.class);
        }
    }

    /** A statement with its values bound. */
    public static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        int index = 1;
        for (Object value : sql.values()) {
            Binding.bind(statement, index++, value);
        }
        return statement;
    }

    /**
     * Asks, and gives the rows as the driver does: of those that a server puts around them, one looks for each method that
     * takes a type by reflection, for each value anew.
     */
    public static ResultSet query(PreparedStatement statement) throws SQLException {
        ResultSet results = statement.executeQuery();
        return results.isWrapperFor(PgResultSet.class) ? results.unwrap(PgResultSet.class) : results;
    }
}
