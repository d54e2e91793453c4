package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Bundle;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.DraftTables;
import io.nocode.studio.versions.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** For who gives an environment other tables than by a deployment: one at a time, and never beside one. */
@ApplicationScoped
public class EnvironmentSwitch {
    @Inject
    private LiveVersions live;

    @Inject
    private Versions versions;

    @Inject
    private Catalogue catalogue;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Signals signals;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * What an environment holds.
     *
     * @param version its number
     */
    public record Held(int version, List<TableSchema> tables) {}

    public Optional<Held> held(UUID project, Stage stage) {
        return live.find(project, stage).map(present -> new Held(present.number(), present.tables()));
    }

    /** Waits until nobody else changes an environment, and keeps others waiting until the transaction ends. */
    public void lock(UUID project, String environment) {
        database.exists(Sql.of(
                "select pg_advisory_xact_lock(hashtextextended(?, 0)) is null",
                "environment " + project + " " + environment));
    }

    /** Whether a deployment to the environment has been asked for and has not ended. */
    public boolean isDeploying(UUID project, String environment) {
        return database.exists(Sql.of(
                "select 1 from deployment where project_id = ? and environment = ? and status in ('pending', 'running')",
                project,
                environment));
    }

    /** Says, in the transaction that has made it so, that an environment holds a version with these tables. */
    public void holds(UUID project, Stage stage, int version) {
        var content = versions.find(project, version);
        live.put(project, stage, content, Bundle.of(content), clock.instant());
        catalogue.noteAll(project, stage, projects.find(project).pgSchema(stage.wire()));
        database.update(Sql.of(
                "update app set version_number = ?, updated_at = ? where project_id = ? and environment = ?",
                version,
                clock.instant(),
                project,
                stage.wire()));
        rowsChanged(project, stage.wire());
    }

    /** Has every node forget what it remembers of an environment's tables. */
    public void rowsChanged(UUID project, String environment) {
        signals.send(DraftTables.TOPIC, project + " " + environment);
    }
}
