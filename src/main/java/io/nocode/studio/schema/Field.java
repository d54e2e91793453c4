package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Optional;
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
        return !isUnique() && type.isStored() && (indexed || type instanceof RelationType);
    }

    /** The relation whose column points to another table; empty for one of many to many, and for other types. */
    Optional<RelationType> pointer() {
        return type instanceof RelationType relation && relation.isStored() ? Optional.of(relation) : Optional.empty();
    }

    /** The relation that has a table of links; empty for others, and for other types. */
    Optional<RelationType> links() {
        return type instanceof RelationType relation && relation.isManyToMany()
                ? Optional.of(relation)
                : Optional.empty();
    }

    /** The same field with another type. */
    public Field withType(FieldType other) {
        return new Field(id, name, label, other, required, unique, indexed, defaultValue, display, position);
    }

    /** The same field without being required. */
    public Field optional() {
        return new Field(id, name, label, type, false, unique, indexed, defaultValue, display, position);
    }

    /** Every condition on the column as one expression; empty for none. */
    String check() {
        List<String> checks = type.checks(column());
        return checks.isEmpty() ? "" : "(" + String.join(") and (", checks) + ")";
    }
}
