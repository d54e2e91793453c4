package io.nocode.shared.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the platform's own tables up to date; PostgreSQL's lock lets one node do it while others wait. */
public final class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    private Migrations() {}

    /** Runs what has not run yet, in the PostgreSQL schema {@code nocode}. */
    public static void run() {
        DatabaseSettings settings = DatabaseSettings.read();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        int count = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .schemas("nocode")
                .locations("classpath:db/migration")
                .connectRetries(10)
                .load()
                .migrate()
                .migrationsExecuted;
        LOG.info(() -> "Platform tables: " + count + " migrations run.");
    }

    /** A connection outside the server's pool, for what holds one for long. */
    public static Connection direct() throws SQLException {
        DatabaseSettings settings = DatabaseSettings.read();
        return DriverManager.getConnection(settings.url(), settings.properties());
    }
}
