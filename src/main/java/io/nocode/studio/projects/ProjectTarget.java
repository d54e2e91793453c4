package io.nocode.studio.projects;

import io.nocode.foundation.access.Target;
import io.nocode.foundation.access.TargetKind;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Projects, as decisions are asked about them. */
@ApplicationScoped
public class ProjectTarget implements TargetKind {
    @Inject
    private Database database;

    @Override
    public String name() {
        return "project";
    }

    @Override
    public Optional<Target> find(UUID id) {
        return database.first(
                Sql.of("select organization_id, visibility from project where id = ?", id),
                row -> Target.project(
                        id, row.uuid("organization_id"), row.text("visibility").equals(Visibility.PUBLIC.name())));
    }
}
