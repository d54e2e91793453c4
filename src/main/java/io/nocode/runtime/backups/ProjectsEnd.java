package io.nocode.runtime.backups;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDeleted;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps a project in which somebody's work is under way, and says which: it holds the tables that would go. Takes what
 * restorations have put aside away with a project that goes.
 */
@ApplicationScoped
class ProjectsEnd {
    private static final String AT_WORK = """
            select id, environment, 'backup' as kind from environment_backup
                where project_id = ? and status in ('pending', 'running')
            union all select id, environment, kind from environment_job
                where project_id = ? and status in ('pending', 'running')
            union all select id, environment, 'deployment' from deployment
                where project_id = ? and status in ('pending', 'running')
            """;

    @Inject
    private Aside aside;

    @Inject
    private Database database;

    /** What is at work. */
    private record Work(String kind, String environment, UUID id) {}

    /** Before anything of it goes. */
    void with(@Observes @Priority(Interceptor.Priority.APPLICATION) ProjectDeleted deleted) {
        UUID project = deleted.project();
        List<Work> work = database.list(
                Sql.of(AT_WORK, project, project, project),
                row -> new Work(row.text("kind"), row.text("environment"), row.uuid("id")));
        if (!work.isEmpty()) {
            Work first = work.get(0);
            throw BackupProblem.PROJECT_BUSY.with(
                    Map.of("at_work", work), first.kind, first.environment, first.id.toString());
        }
        database.list(
                        Sql.of(
                                "select id from environment_backup where project_id = ? and source_schema is not null",
                                project),
                        row -> row.uuid("id"))
                .forEach(aside::drop);
    }
}
