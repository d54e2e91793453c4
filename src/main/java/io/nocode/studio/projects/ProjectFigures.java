package io.nocode.studio.projects;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Counts what projects hold. */
@ApplicationScoped
class ProjectFigures {
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1024 * 1024);

    @Inject
    private Database database;

    @Inject
    private Instance<WorkflowCount> workflows;

    ProjectStatistics of(ProjectRef project) {
        return database.first(
                        Sql.of(
                                "select count(*) as tables,"
                                        + " coalesce(sum(jsonb_array_length(definition -> 'fields_config')), 0) as fields,"
                                        + " (select count(*) from page where project_id = ?) as pages,"
                                        + " (select count(*) from component c join page p on p.id = c.page_id"
                                        + " where p.project_id = ?) as components"
                                        + " from table_design where project_id = ?",
                                project.id(),
                                project.id(),
                                project.id()),
                        row -> new ProjectStatistics(
                                row.number("tables"),
                                row.number("fields"),
                                row.number("pages"),
                                row.number("components"),
                                workflows.stream()
                                        .mapToLong(count -> count.of(project.id()))
                                        .sum(),
                                rows(project.pgSchema(project.defaultEnvironment())),
                                storage(project)))
                .orElseThrow();
    }

    /** Whether any table of any environment has a row. */
    boolean hasRows(ProjectRef project) {
        for (String environment : ProjectTables.ENVIRONMENTS) {
            Identifier schema = project.pgSchema(environment);
            List<String> tables = tables(schema);
            if (!tables.isEmpty()
                    && database.exists(Sql.of(tables.stream()
                            .map(table -> "(select 1 from " + table + " limit 1)")
                            .collect(Collectors.joining(" union all "))))) {
                return true;
            }
        }
        return false;
    }

    private long rows(Identifier schema) {
        List<String> tables = tables(schema);
        if (tables.isEmpty()) {
            return 0;
        }
        String counts = tables.stream()
                .map(table -> "(select count(*) from " + table + ")")
                .collect(Collectors.joining(" + "));
        return database.first(Sql.of("select " + counts + " as count"), row -> row.number("count"))
                .orElse(0L);
    }

    private BigDecimal storage(ProjectRef project) {
        List<String> schemas = List.of(
                project.pgSchema("dev").name(),
                project.pgSchema("staging").name(),
                project.pgSchema("prod").name());
        long bytes = database.first(
                        Sql.of(
                                "select coalesce(sum(pg_total_relation_size(c.oid)), 0)"
                                        + " + (select coalesce(sum(f.size), 0) from row_file f"
                                        + " where f.project_id = ? and f.dropped_at is null) as bytes from pg_class c"
                                        + " join pg_namespace n on n.oid = c.relnamespace"
                                        + " where n.nspname = any(?) and c.relkind = 'r'",
                                project.id(),
                                schemas),
                        row -> row.number("bytes"))
                .orElse(0L);
        return BigDecimal.valueOf(bytes).divide(MEBIBYTE, 2, RoundingMode.HALF_UP);
    }

    private List<String> tables(Identifier schema) {
        return database.list(
                Sql.of(
                        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = ? and c.relkind = 'r' order by c.relname",
                        schema.name()),
                row -> schema + "." + Identifier.of(row.text("relname")));
    }
}
