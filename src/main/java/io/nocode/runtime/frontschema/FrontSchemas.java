package io.nocode.runtime.frontschema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.environments.EnvironmentTables;
import io.nocode.runtime.policies.RowAccess;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.runtime.query.TableFigures;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.sql.Database;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Describes the tables of an environment to those who may read their rows. */
@ApplicationScoped
public class FrontSchemas {
    /** An environment that the caller may read. */
    private record Seen(ProjectRef project, String environment, Map<String, LiveTable> tables, Permits permits) {}

    @Inject
    private ProjectDirectory projects;

    @Inject
    private EnvironmentTables environments;

    @Inject
    private RowAccess access;

    @Inject
    private Database database;

    /** All tables; an environment of null is the project's default. */
    ProjectSchema all(UUID project, @Nullable String environment) {
        Seen seen = see(project, environment);
        List<LiveTable> tables = seen.tables().values().stream()
                .filter(table -> seen.permits().may(table, Act.READ))
                .toList();
        Map<String, TableView.Statistics> figures = figures(tables, seen.permits(), true);
        return new ProjectSchema(
                project,
                seen.project().name(),
                seen.environment(),
                tables.stream()
                        .map(table -> description(seen, table).whole(figures.get(table.name()), false))
                        .toList());
    }

    TableView one(UUID project, @Nullable String environment, String name) {
        Seen seen = see(project, environment, name);
        access.require(seen.project(), seen.tables().get(name), Act.READ);
        LiveTable table = table(seen, name);
        return description(seen, table)
                .whole(figures(List.of(table), seen.permits(), false).get(name), true);
    }

    FormView form(UUID project, @Nullable String environment, String name) {
        Seen seen = see(project, environment, name);
        return description(seen, table(seen, name)).form();
    }

    FieldList fields(UUID project, @Nullable String environment, String name) {
        Seen seen = see(project, environment, name);
        List<FieldView> fields = description(seen, table(seen, name)).fields();
        return new FieldList(name, fields.size(), fields);
    }

    /** An OpenAPI 3 document of the rows of exactly these tables. */
    ObjectNode openApi(UUID project, @Nullable String environment) {
        Seen seen = see(project, environment);
        return new OpenApiDocument(seen.permits(), "/api/v1/runtime/projects/" + project + "/tables")
                .of(seen.project().name(), RequestContext.get().base(), seen.environment(), seen.tables());
    }

    private Seen see(UUID projectId, @Nullable String environment) {
        ProjectRef project = projects.find(projectId);
        String name = RowAccess.environment(project, environment);
        Map<String, LiveTable> tables = environments.find(projectId, name);
        return new Seen(project, name, tables, access.requireAny(project, tables.values()));
    }

    /** The same for one table, with whose rows the caller may do something. */
    private Seen see(UUID projectId, @Nullable String environment, String table) {
        ProjectRef project = projects.find(projectId);
        String name = RowAccess.environment(project, environment);
        Map<String, LiveTable> tables = environments.find(projectId, name);
        return new Seen(project, name, tables, access.requireAct(project, tables.get(table)));
    }

    private static LiveTable table(Seen seen, String name) {
        LiveTable table = seen.tables().get(name);
        if (table == null) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return table;
    }

    private TableDescription description(Seen seen, LiveTable table) {
        ProjectRef project = seen.project();
        return new TableDescription(
                table,
                seen.permits(),
                RequestContext.url("/api/v1/runtime/projects/" + project.id() + "/tables/" + table.name() + "/"),
                new TableView.Permissions(
                        seen.permits().may(table, Act.READ),
                        seen.permits().may(table, Act.CREATE),
                        seen.permits().may(table, Act.UPDATE),
                        seen.permits().may(table, Act.DELETE)));
    }

    private Map<String, TableView.Statistics> figures(
            Collection<LiveTable> tables, Permits permits, boolean estimated) {
        Map<String, TableView.Statistics> figures = new HashMap<>();
        if (!tables.isEmpty()) {
            database.list(
                    TableFigures.sql(tables, permits, estimated),
                    row -> figures.put(
                            row.text("name"),
                            new TableView.Statistics(
                                    row.number("n"), row.flag("estimated"), row.instantOrNull("last"))));
        }
        return figures;
    }
}
