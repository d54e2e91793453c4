package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.CreateLinks;
import io.nocode.studio.schema.CreateRevisions;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds what a change brings back that an earlier one took away: the newest copy of it, by the ids of tables and fields. */
@ApplicationScoped
class Returns {
    private static final String COPIES = """
            select b.table_name, b.pg_schema, b.pg_table, b.rows_count, b.definition, b.columns
            from deployment_backup b join deployment d on d.id = b.deployment_id
            where d.project_id = ? and d.environment = ? and d.status = 'succeeded' and b.definition is not null
            order by b.created_at desc, b.id desc
            """;

    @Inject
    private Database database;

    /** A copy that was made before a change. */
    private record Copy(
            String table,
            String name,
            TableSchema was,
            @Nullable List<String> columns,
            long rows) {
        boolean isWhole(TableSchema wanted) {
            return was.id().equals(wanted.id()) && columns == null && table.equals(was.name());
        }

        boolean has(TableSchema wanted, Field field) {
            if (!was.id().equals(wanted.id())) {
                return false;
            }
            Optional<Field> old = was.field(field.id());
            if (!field.type().isStored()) {
                return old.isPresent()
                        && !old.get().type().isStored()
                        && table.equals(CreateLinks.table(field).name());
            }
            return old.filter(before -> before.type().isStored()
                            && before.type().column().equals(field.type().column())
                            && table.equals(was.name())
                            && (columns == null || columns.contains(before.name())))
                    .isPresent();
        }
    }

    /** Everything that comes back, tables before the fields of others. */
    List<Return> find(UUID project, Stage stage, List<TableSchema> now, List<TableSchema> wanted) {
        Map<UUID, TableSchema> before = now.stream().collect(Collectors.toMap(TableSchema::id, Function.identity()));
        boolean anything = wanted.stream()
                .anyMatch(table -> !before.containsKey(table.id())
                        || keepsAgain(before.get(table.id()), table)
                        || table.fields().stream().anyMatch(field -> comes(before.get(table.id()), field)));
        if (!anything) {
            return List.of();
        }
        List<Copy> copies = database.list(
                Sql.of(COPIES, project, stage.wire()),
                row -> new Copy(
                        row.text("table_name"),
                        Identifier.of(row.text("pg_schema")) + "." + Identifier.of(row.text("pg_table")),
                        TableSchemaJson.read(row.json("definition")),
                        names(row.json("columns")),
                        row.number("rows_count")));
        List<Return> tables = new ArrayList<>();
        List<Return> fields = new ArrayList<>();
        for (TableSchema table : wanted) {
            TableSchema old = before.get(table.id());
            Optional<Copy> whole = copies.stream()
                    .filter(copy -> old == null && copy.isWhole(table))
                    .findFirst();
            whole.ifPresent(copy -> tables.add(new Return(table, null, copy.name, copy.was, copy.rows, false)));
            history(old, table, copies).ifPresent(fields::add);
            for (Field field : table.fields()) {
                boolean later =
                        field.type().isStored() ? old != null && comes(old, field) : old == null || comes(old, field);
                if (later && !field.type().isGenerated()) {
                    copies.stream()
                            .filter(copy -> copy.has(table, field))
                            .findFirst()
                            .ifPresent(copy ->
                                    fields.add(new Return(table, field, copy.name, copy.was, copy.rows, false)));
                }
            }
        }
        tables.addAll(fields);
        return tables;
    }

    /** Whether a table keeps the history of its rows, and did not before. */
    private static boolean keepsAgain(@Nullable TableSchema old, TableSchema table) {
        return table.options().revisions() && (old == null || !old.options().revisions());
    }

    private static Optional<Return> history(@Nullable TableSchema old, TableSchema table, List<Copy> copies) {
        return copies.stream()
                .filter(copy -> keepsAgain(old, table)
                        && copy.table.equals(CreateRevisions.table(table).name()))
                .findFirst()
                .map(copy -> new Return(table, null, copy.name, copy.was, copy.rows, true));
    }

    private static boolean comes(TableSchema old, Field field) {
        return old.field(field.id())
                .filter(was -> was.type().isStored() == field.type().isStored())
                .isEmpty();
    }

    private static @Nullable List<String> names(JsonNode columns) {
        return columns.isNull()
                ? null
                : StreamSupport.stream(columns.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }
}
