package io.nocode.shared.sql;

import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/** Brings the platform's own tables up to date; PostgreSQL's lock lets one node do it while others wait. */
public final class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    private Migrations() {}

    /** Runs what has not run yet, in the PostgreSQL schema {@code nocode}. */
    public static void run() {
        int count = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(DatabaseSettings.read().direct())
                .schemas("nocode")
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                // Each module numbers within a range of its own: a new one of a lower module comes after old ones
                // above.
                .outOfOrder(true)
                .connectRetries(10)
                .load()
                .migrate()
                .migrationsExecuted;
        LOG.info(() -> "Platform tables: " + count + " migrations run.");
    }
}
