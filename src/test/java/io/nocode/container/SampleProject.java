package io.nocode.container;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import java.time.Instant;
import java.util.UUID;

/** A project as the tables have it, for tests that need no more of it. */
public final class SampleProject {
    private SampleProject() {}

    /** One of an organisation of its own, with nothing deployed. */
    public static UUID insert(Database database) {
        UUID organisation = Ids.next();
        Instant now = Instant.now();
        database.update(Sql.of(
                "insert into organisation (id, name, slug, type, max_members, created_at, updated_at)"
                        + " values (?, 'Sample', ?, 'COMPANY', 5, ?, ?)",
                organisation,
                "sample-" + organisation,
                now,
                now));
        UUID project = Ids.next();
        database.update(Sql.of(
                "insert into project (id, organization_id, name, slug, schema_name, description, icon, visibility, status,"
                        + " default_environment, revision, created_by, created_at, updated_at)"
                        + " values (?, ?, 'Sample', 'sample', ?, '', '', 'PRIVATE', 'DRAFT', 'dev', 1, ?, ?, ?)",
                project,
                organisation,
                "p_" + project.toString().replace("-", ""),
                Ids.next(),
                now,
                now));
        return project;
    }
}
