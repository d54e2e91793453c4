package io.nocode.shared.rest;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    @Inject
    private Database database;

    @Override
    public HealthCheckResponse call() {
        try {
            database.exists(Sql.of("select 1"));
            return HealthCheckResponse.up("database");
        } catch (RuntimeException away) {
            return HealthCheckResponse.down("database");
        }
    }
}
