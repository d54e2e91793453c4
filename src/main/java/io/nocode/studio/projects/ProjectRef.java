package io.nocode.studio.projects;

import io.nocode.foundation.access.Target;
import io.nocode.shared.sql.Identifier;
import java.util.UUID;

/**
 * What other modules need to know of a project.
 *
 * @param schemaName the stem of the names of its PostgreSQL schemas
 */
public record ProjectRef(
        UUID id,
        UUID organizationId,
        String name,
        String slug,
        String schemaName,
        boolean isPublic,
        String defaultEnvironment) {
    /** The project as decisions are asked about it. */
    public Target target() {
        return Target.project(id, organizationId, isPublic);
    }

    /** The PostgreSQL schema that holds the tables of an environment. */
    public Identifier pgSchema(String environment) {
        return Identifier.of(schemaName + "_" + environment);
    }
}
