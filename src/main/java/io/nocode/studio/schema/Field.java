package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.UUID;

/**
 * One field of a table. Its id never changes, so that a renamed field keeps its data.
 *
 * @param name the column's name
 * @param defaultValue as in {@code fields_config}; a JSON null for none
 * @param position its place in lists and forms, from 0
 */
public record Field(
        UUID id,
        String name,
        String label,
        FieldType type,
        boolean required,
        boolean unique,
        boolean indexed,
        JsonNode defaultValue,
        FieldDisplay display,
        int position) {
    public Identifier column() {
        return Identifier.of(name);
    }

    public boolean hasDefault() {
        return !defaultValue.isNull();
    }

    /** Whether no two rows may share a value: asked for, or because the relation is one to one. */
    public boolean isUnique() {
        return unique || (type instanceof RelationType relation && relation.kind() == RelationType.Kind.ONE_TO_ONE);
    }

    /** Whether the column carries an index of its own; a unique one has its constraint's. */
    boolean isIndexed() {
        return !isUnique() && (indexed || type instanceof RelationType);
    }

    /** Every condition on the column as one expression; empty for none. */
    String check() {
        List<String> checks = type.checks(column());
        return checks.isEmpty() ? "" : "(" + String.join(") and (", checks) + ")";
    }
}
