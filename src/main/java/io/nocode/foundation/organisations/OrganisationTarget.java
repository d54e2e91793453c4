package io.nocode.foundation.organisations;

import io.nocode.foundation.access.Target;
import io.nocode.foundation.access.TargetKind;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Organisations, as decisions are asked about them. */
@ApplicationScoped
public class OrganisationTarget implements TargetKind {
    @Inject
    private Database database;

    @Override
    public String name() {
        return "organization";
    }

    @Override
    public Optional<Target> find(UUID id) {
        return database.first(Sql.of("select 1 from organisation where id = ?", id), row -> Target.organisation(id));
    }
}
