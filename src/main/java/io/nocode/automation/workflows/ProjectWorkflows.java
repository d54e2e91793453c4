package io.nocode.automation.workflows;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.WorkflowCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Counts a project's workflows, for studio's figures of the project. */
@ApplicationScoped
public class ProjectWorkflows implements WorkflowCount {
    @Inject
    private Database database;

    @Override
    public long of(UUID project) {
        return database.first(
                        Sql.of("select count(*) as workflows from workflow where project_id = ?", project),
                        row -> row.number("workflows"))
                .orElse(0L);
    }
}
