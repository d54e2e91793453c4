package io.nocode.studio.tables;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The tables of a project as they are designed just now. */
@ApplicationScoped
public class DraftTables {
    /**
     * The topic of the signal, with a project's id, a space and the environment, that the environment's tables have
     * changed.
     */
    public static final String TOPIC = "tables";

    @Inject
    private Database database;

    /** The project that a table is in; NOT_FOUND where there is no such table. */
    public UUID projectOf(UUID table) {
        return database.first(
                        Sql.of("select project_id from table_design where id = ?", table),
                        row -> row.uuid("project_id"))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** All of them, by name; none for a project that there is not. */
    public List<TableSchema> of(UUID project) {
        return database.list(
                Sql.of("select definition from table_design where project_id = ? order by name", project),
                row -> TableSchemaJson.read(row.json("definition")));
    }
}
