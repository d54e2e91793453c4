package io.nocode.insights.tracking;

import io.nocode.foundation.organisations.OrganisationDeleting;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Takes what was tracked for an organisation away with it. */
@ApplicationScoped
class OrganisationsEnd {
    @Inject
    private Database database;

    void with(@Observes OrganisationDeleting organisation) {
        database.update(Sql.of("delete from event where organization_id = ?", organisation.organisationId()));
    }
}
