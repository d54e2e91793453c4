package io.nocode.studio.projects;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The PostgreSQL schemas that hold a project's tables, one an environment. */
@ApplicationScoped
class ProjectTables {
    static final List<String> ENVIRONMENTS = List.of("dev", "staging", "prod");

    @Inject
    private Database database;

    /** Makes the one that every project has. */
    void make(ProjectRef project) {
        database.execute(List.of("create schema " + project.pgSchema("dev")));
    }

    /** Takes all of them away, with every row. */
    void drop(String schemaName) {
        database.execute(ENVIRONMENTS.stream()
                .map(environment ->
                        "drop schema if exists " + Identifier.of(schemaName + "_" + environment) + " cascade")
                .toList());
    }
}
