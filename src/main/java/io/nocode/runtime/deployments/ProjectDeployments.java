package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.AppView;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.versions.DeploymentFact;
import io.nocode.studio.versions.DeploymentFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What has become of a project's versions: each application with what is live in its environment. */
@ApplicationScoped
public class ProjectDeployments implements DeploymentFacts {
    private static final String FACTS = """
            select a.name, a.slug, a.environment, a.status, e.version_number, e.updated_at
            from app a
            left join environment e on e.project_id = a.project_id and e.name = a.environment
            where a.project_id = ?
            order by a.created_at, a.id
            """;

    @Inject
    private Database database;

    @Override
    public List<DeploymentFact> of(UUID project) {
        return database.list(Sql.of(FACTS, project), row -> fact(project, row));
    }

    private static DeploymentFact fact(UUID project, Row row) {
        String environment = row.text("environment");
        boolean live = row.instantOrNull("updated_at") != null;
        return new DeploymentFact(
                row.text("name"),
                environment,
                row.text("status"),
                live ? (int) row.number("version_number") : null,
                AppView.publicUrl(row.text("slug"), environment),
                AppView.apiBaseUrl(project, environment),
                row.instantOrNull("updated_at"));
    }
}
