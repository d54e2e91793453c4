package io.nocode.runtime.deployments;

import io.nocode.foundation.organisations.OrganisationDeleting;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;

/** Keeps an organisation that people use applications of, unless whoever deletes it says that these may go. */
@ApplicationScoped
class OrganisationsEnd {
    @Inject
    private Database database;

    /** Before its projects are taken away. */
    void with(@Observes @Priority(Interceptor.Priority.APPLICATION) OrganisationDeleting organisation) {
        List<String> live = database.list(
                Sql.of(
                        "select a.slug from app a where a.organization_id = ? and exists (select 1 from environment e"
                                + " where e.project_id = a.project_id and e.name = a.environment) order by a.slug",
                        organisation.organisationId()),
                row -> row.text("slug"));
        if (!live.isEmpty() && !organisation.force()) {
            throw DeploymentProblem.HAS_DEPLOYED_APPS.with(Map.of("apps", live));
        }
    }
}
