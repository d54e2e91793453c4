package io.nocode.insights.exports;

import io.nocode.foundation.organisations.OrganisationDeleting;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Takes the exports of an organisation away with it. */
@ApplicationScoped
class OrganisationsEnd {
    @Inject
    private Database database;

    void with(@Observes OrganisationDeleting organisation) {
        database.update(Sql.of("delete from export where organization_id = ?", organisation.organisationId()));
    }
}
