package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Database;
import io.nocode.studio.projects.ProjectDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Takes the backups of a project away with it. */
@ApplicationScoped
class BackupsEnd {
    @Inject
    private Backups backups;

    @Inject
    private Database database;

    void with(@Observes ProjectDeleted project) {
        database.execute(List.of("drop schema if exists " + backups.schema(project.project()) + " cascade"));
    }
}
