package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import io.nocode.runtime.deployments.HealthView.Probe;
import io.nocode.runtime.deployments.HealthView.State;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Measures whether an environment works, by asking it. */
@ApplicationScoped
class Health {
    @Inject
    private Database database;

    @Inject
    private LiveVersions live;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Clock clock;

    HealthView measure(UUID project, Stage stage) {
        long began = System.nanoTime();
        database.exists(Sql.of("select 1"));
        Probe answered = new Probe(State.HEALTHY, millisSince(began), null);
        return new HealthView(answered, tables(project, stage), clock.instant());
    }

    private Probe tables(UUID project, Stage stage) {
        Optional<LiveVersion> present = live.find(project, stage);
        if (present.isEmpty()) {
            return new Probe(State.NOT_SERVING, null, null);
        }
        Identifier pgSchema = projects.find(project).pgSchema(stage.wire());
        long began = System.nanoTime();
        for (TableSchema table : present.get().tables()) {
            try {
                database.exists(Sql.of("select id from " + pgSchema + "." + table.table() + " limit 1"));
            } catch (DatabaseFault fault) {
                if (fault.isUnavailable()) {
                    throw fault;
                }
                return new Probe(State.UNHEALTHY, millisSince(began), "The table " + table.name() + " cannot be read.");
            }
        }
        return new Probe(State.HEALTHY, millisSince(began), null);
    }

    private static BigDecimal millisSince(long began) {
        return BigDecimal.valueOf((System.nanoTime() - began) / 1_000, 3);
    }
}
