package io.nocode.studio.tables;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells of tables what PostgreSQL knows of them. */
@ApplicationScoped
class TableFacts {
    private static final String RELATION =
            " from pg_class c join pg_namespace n on n.oid = c.relnamespace" + " where n.nspname = ? and c.relname = ?";

    @Inject
    private Database database;

    /** A table as it is listed. */
    SchemaView view(TableDesign design, ProjectRef project, @Nullable Boolean created, @Nullable UUID migration) {
        return view(design, project, created, migration, false);
    }

    /** A table with what PostgreSQL knows of it. */
    SchemaView detail(TableDesign design, ProjectRef project, @Nullable UUID migration) {
        return view(design, project, null, migration, true);
    }

    private SchemaView view(
            TableDesign design,
            ProjectRef project,
            @Nullable Boolean created,
            @Nullable UUID migration,
            boolean detailed) {
        TableSchema table = design.schema();
        Identifier dev = project.pgSchema("dev");
        var json = TableSchemaJson.write(table);
        return new SchemaView(
                design.id(),
                design.projectId(),
                table.name(),
                table.displayName(),
                table.description(),
                table.icon(),
                json.path("options"),
                json.path("fields_config"),
                dev.name() + "." + table.name(),
                design.createdBy(),
                design.createdAt(),
                design.updatedAt(),
                created,
                migration,
                detailed ? sqlInfo(dev, table.table()) : null,
                detailed ? statistics(dev, table.table()) : null);
    }

    private SqlInfo sqlInfo(Identifier schema, Identifier table) {
        long columns = database.first(
                        Sql.of(
                                "select count(*) as count from pg_attribute a where a.attnum > 0 and not a.attisdropped"
                                        + " and a.attrelid = (select c.oid" + RELATION + ")",
                                schema.name(),
                                table.name()),
                        row -> row.number("count"))
                .orElse(0L);
        List<String> indexes = database.list(
                Sql.of(
                        "select indexname from pg_indexes where schemaname = ? and tablename = ? order by indexname",
                        schema.name(),
                        table.name()),
                row -> row.text("indexname"));
        List<String> constraints = database.list(
                Sql.of(
                        "select conname from pg_constraint where conrelid = (select c.oid" + RELATION
                                + ") order by conname",
                        schema.name(),
                        table.name()),
                row -> row.text("conname"));
        return new SqlInfo(schema.name() + "." + table.name(), columns, indexes, constraints);
    }

    private TableStatistics statistics(Identifier schema, Identifier table) {
        String name = schema + "." + table;
        return database.first(
                        Sql.of("select count(*) as count, (select created_at from " + name
                                + " order by id desc limit 1) as newest from " + name),
                        row -> new TableStatistics(
                                row.number("count"), row.instantOrNull("newest"), size(schema, table)))
                .orElseThrow();
    }

    private long size(Identifier schema, Identifier table) {
        return database.first(
                        Sql.of(
                                "select pg_total_relation_size(c.oid) / 1024 as kb" + RELATION,
                                schema.name(),
                                table.name()),
                        row -> row.number("kb"))
                .orElse(0L);
    }
}
