package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.TableIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields by which an upsert finds the row that is there already. */
final class UniqueFields {
    private UniqueFields() {}

    /** The columns that {@code on_conflict} names: one that is unique, or several that are so together. */
    static List<Column> read(OpenTable open, @Nullable JsonNode onConflict, Faults faults) {
        LiveTable table = open.table();
        List<Column> columns = new ArrayList<>();
        if (onConflict == null || onConflict.isNull()) {
            faults.add("on_conflict", "field.required");
            return columns;
        }
        for (JsonNode name : onConflict.isArray() ? onConflict : List.of(onConflict)) {
            Column column = name.isTextual() ? table.column(name.textValue()) : null;
            if (column != null && column.field() != null && open.knows(column)) {
                columns.add(column);
            }
        }
        Set<UUID> ids = columns.stream()
                .map(Column::field)
                .filter(field -> field != null)
                .map(Field::id)
                .collect(Collectors.toSet());
        boolean complete = columns.size() == (onConflict.isArray() ? onConflict.size() : 1);
        if (!complete || !isUnique(table, columns, ids)) {
            faults.add("on_conflict", "field.not_unique");
        }
        return columns;
    }

    private static boolean isUnique(LiveTable table, List<Column> columns, Set<UUID> ids) {
        if (columns.size() == 1) {
            Field field = columns.get(0).field();
            if (field != null && field.isUnique()) {
                return true;
            }
        }
        return table.schema().options().indexes().stream()
                .filter(TableIndex::unique)
                .anyMatch(index -> new HashSet<>(index.fields()).equals(ids));
    }
}
