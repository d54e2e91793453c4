package io.nocode.studio.projects;

import io.nocode.foundation.apikeys.OwnedProjects;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Tells which projects are an organisation's, for keys that are confined to some of them. */
@ApplicationScoped
public class ProjectsOfOrganisation implements OwnedProjects {
    @Inject
    private Database database;

    @Override
    public Set<UUID> among(UUID organisation, Set<UUID> ids) {
        return Set.copyOf(database.list(
                Sql.of("select id from project where organization_id = ? and id = any(?)", organisation, ids),
                row -> row.uuid("id")));
    }
}
