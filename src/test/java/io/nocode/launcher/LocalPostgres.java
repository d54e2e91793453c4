package io.nocode.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL from Maven Central's binaries, on a port of its own, with its data in a folder. */
public final class LocalPostgres implements AutoCloseable {
    public static final String USER = "nocode";
    public static final String PASSWORD = "nocode";
    private static final String DATABASE = "nocode";

    private final Path data;
    private EmbeddedPostgres postgres;

    private LocalPostgres(Path data, EmbeddedPostgres postgres) {
        this.data = data;
        this.postgres = postgres;
    }

    /** Starts it; makes the database and its owner, who is no superuser, the first time. */
    public static LocalPostgres start(Path data) throws IOException {
        LocalPostgres local = new LocalPostgres(data, launch(data, 0));
        try (Connection connection = local.postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + USER + "'")) {
                statement.execute("create role " + USER + " login password '" + PASSWORD + "'");
            }
            if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + USER + " encoding 'UTF8'");
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
        return local;
    }

    private static EmbeddedPostgres launch(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        data.resolveSibling("postgresql-binaries").toFile())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(java.time.Duration.ofSeconds(60));
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
    }

    /** A connection of the application's own role. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    /** Makes one more database of the application's role, with nothing in it, and tells its URL. */
    public String emptyDatabase(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + USER + " encoding 'UTF8'");
        }
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name;
    }

    /** Stops it and does something while it is away, then starts it again on the same port. */
    public void restartAround(Runnable meanwhile) {
        int port = postgres.getPort();
        close();
        try {
            meanwhile.run();
        } finally {
            try {
                postgres = launch(data, port);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet results = statement.executeQuery(query)) {
            return results.next();
        }
    }
}
