package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.App;
import io.nocode.runtime.apps.Stage;
import io.nocode.runtime.deployments.HealthView.Probe;
import io.nocode.runtime.deployments.HealthView.State;
import io.nocode.runtime.served.SelfRequest;
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
    private SelfRequest self;

    @Inject
    private Clock clock;

    HealthView measure(UUID project, Stage stage) {
        long began = System.nanoTime();
        database.exists(Sql.of("select 1"));
        Probe answered = new Probe(State.HEALTHY, millisSince(began), null);
        return new HealthView(answered, tables(project, stage), clock.instant());
    }

    /** How a served application is: its tables can be read, and it answers who asks. */
    HealthView measure(App app, String connector) {
        HealthView measured = measure(app.projectId(), app.environment());
        if (app.isStopped()) {
            return new HealthView(measured.database(), new Probe(State.NOT_SERVING, null, null), measured.lastCheck());
        }
        if (measured.api().status() != State.HEALTHY) {
            return measured;
        }
        String key = app.slug()
                + (app.environment() == Stage.PROD
                        ? ""
                        : "--" + app.environment().wire());
        SelfRequest.Outcome outcome = self.ask(connector, key);
        State state = outcome.problem() == null ? State.HEALTHY : State.UNHEALTHY;
        return new HealthView(
                measured.database(), new Probe(state, outcome.millis(), outcome.problem()), measured.lastCheck());
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
