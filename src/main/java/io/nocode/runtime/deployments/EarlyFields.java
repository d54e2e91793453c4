package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.AddColumn;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.FilesType;
import io.nocode.studio.schema.RelationType;
import io.nocode.studio.schema.TableOptions;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The fields whose values come back before a deployment goes live: those of so many rows that everybody would wait for
 * them. What leads elsewhere does not come early, since where it leads to may go in the meantime.
 */
final class EarlyFields {
    /** From how many rows on. */
    static final int MANY = 50_000;

    private EarlyFields() {}

    /** Whether values may come early. */
    static boolean isOne(Return back, List<TableSchema> now) {
        Field field = back.field();
        return field != null
                && back.rows() >= MANY
                && field.type().isStored()
                && !(field.type() instanceof RelationType
                        || field.type() instanceof UserType
                        || field.type() instanceof FilesType)
                && new AddColumn(back.table().table(), field).effect() == Ddl.Effect.SAFE
                && now.stream()
                        .anyMatch(table -> table.id().equals(back.table().id())
                                && table.field(field.id()).isEmpty());
    }

    /** The fields, by their tables. */
    static List<TableSchema> of(List<Return> returns) {
        Map<UUID, List<Field>> fields = new LinkedHashMap<>();
        Map<UUID, TableSchema> tables = new LinkedHashMap<>();
        for (Return back : returns) {
            tables.put(back.table().id(), back.table());
            fields.computeIfAbsent(back.table().id(), id -> new ArrayList<>())
                    .add(Objects.requireNonNull(back.field()));
        }
        return tables.values().stream()
                .map(table -> new TableSchema(
                        table.id(),
                        table.name(),
                        table.displayName(),
                        "",
                        "",
                        TableOptions.NONE,
                        fields.getOrDefault(table.id(), List.of()),
                        List.of()))
                .toList();
    }

    /** Tables as they stand with the columns of these fields: under names that no field has, and free to be empty. */
    static List<TableSchema> with(List<TableSchema> tables, List<TableSchema> early) {
        return tables.stream()
                .map(table -> {
                    List<Field> fields = new ArrayList<>(table.fields());
                    early.stream()
                            .filter(one -> one.id().equals(table.id()))
                            .flatMap(one -> one.fields().stream())
                            .filter(field -> table.field(field.id()).isEmpty())
                            .forEach(field -> fields.add(hidden(field)));
                    return fields.size() == table.fields().size() ? table : table.withFields(fields);
                })
                .toList();
    }

    /** The name of a field's column until the deployment goes live. */
    static Identifier column(Field field) {
        return Identifier.of("_r" + field.id().toString().replace("-", ""));
    }

    private static Field hidden(Field field) {
        return new Field(
                field.id(),
                column(field).name(),
                field.label(),
                field.type(),
                field.required() && field.hasDefault(),
                false,
                false,
                field.defaultValue(),
                field.display(),
                field.position());
    }
}
