package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.Formulas;
import io.nocode.studio.schema.Names;
import io.nocode.studio.schema.TableIndex;
import io.nocode.studio.schema.TableOptions;
import io.nocode.studio.schema.TableOptionsJson;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes tables of what people send, and finds everything that is wrong with it. */
final class SchemaReading {
    private final Faults faults = new Faults();

    Faults faults() {
        return faults;
    }

    TableSchema created(UUID id, CreateSchema asked) {
        name(asked.tableName());
        JsonNode config =
                asked.fieldsConfig() == null || asked.fieldsConfig().isNull() ? Json.array() : asked.fieldsConfig();
        List<Field> fields = TableSchemaJson.readFields(config, "fields_config", List.of(), faults);
        Formulas.check(fields, "fields_config", faults);
        TableOptions options = TableOptionsJson.read(orMissing(asked.options()), "options", fields, faults);
        return new TableSchema(
                id,
                asked.tableName(),
                asked.displayName(),
                orEmpty(asked.description()),
                orEmpty(asked.icon()),
                options,
                fields,
                List.of());
    }

    TableSchema updated(TableSchema old, SchemaUpdate asked) {
        name(asked.tableName());
        List<Field> fields =
                followed(TableSchemaJson.readFields(asked.fieldsConfig(), "fields_config", old.fields(), faults), old);
        return new TableSchema(
                old.id(),
                asked.tableName(),
                asked.displayName(),
                orEmpty(asked.description()),
                orEmpty(asked.icon()),
                options(old, fields, asked.options()),
                fields,
                old.policies());
    }

    /** A table with other fields, and with those of its indexes that still have all of theirs. */
    TableSchema with(TableSchema old, List<Field> changed) {
        List<Field> fields = followed(changed, old);
        TableSchema table = old.withFields(fields);
        return new TableSchema(
                table.id(),
                table.name(),
                table.displayName(),
                table.description(),
                table.icon(),
                options(old, fields, null),
                fields,
                old.policies());
    }

    private List<Field> followed(List<Field> fields, TableSchema old) {
        List<Field> followed = Formulas.follow(fields, old.fields());
        if (faults.isEmpty()) {
            Formulas.check(followed, "fields_config", faults);
        }
        return followed;
    }

    private TableOptions options(TableSchema old, List<Field> fields, @Nullable JsonNode asked) {
        if (asked != null && !asked.isNull() && !asked.equals(TableOptionsJson.write(old.options(), old.fields()))) {
            return TableOptionsJson.read(asked, "options", fields, faults);
        }
        Set<UUID> ids = fields.stream().map(Field::id).collect(Collectors.toSet());
        List<TableIndex> kept = old.options().indexes().stream()
                .filter(index -> ids.containsAll(index.fields()))
                .toList();
        // Read again: a field may have got a type that cannot be indexed.
        return TableOptionsJson.read(
                TableOptionsJson.write(old.options().withIndexes(kept), fields), "options", fields, faults);
    }

    private void name(String name) {
        Names.faultOfTable(name).ifPresent(fault -> faults.add("table_name", fault.key(), fault.words()));
    }

    private static JsonNode orMissing(@Nullable JsonNode node) {
        return node == null ? MissingNode.getInstance() : node;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
