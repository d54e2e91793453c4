package io.nocode.studio.projects;

import io.nocode.foundation.organisations.OrganisationDeleting;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes projects away with their organisation: the rows by which they are known, and their tables. */
@ApplicationScoped
class OwnersEnd {
    @Inject
    private Database database;

    @Inject
    private ProjectTables tables;

    @Inject
    private Signals signals;

    @Inject
    private Event<ProjectDeleted> deleted;

    void with(@Observes OrganisationDeleting organisation) {
        for (UUID project : database.list(
                Sql.of("select id from project where organization_id = ?", organisation.organisationId()),
                row -> row.uuid("id"))) {
            String stem = database.first(
                            Sql.of("select schema_name from project where id = ?", project),
                            row -> row.text("schema_name"))
                    .orElseThrow();
            deleted.fire(new ProjectDeleted(project, organisation.organisationId()));
            tables.drop(stem);
            database.update(Sql.of("delete from project where id = ?", project));
            signals.send(ProjectDirectory.TOPIC, project.toString());
        }
    }
}
