package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One table as designed. Beside its fields every table has {@code id uuid}, {@code created_at} and {@code updated_at
 * timestamptz}, {@code created_by} and {@code updated_by uuid null}, {@code version bigint}, and with soft deletion
 * {@code deleted_at timestamptz null}.
 */
public record TableSchema(
        UUID id,
        String name,
        String displayName,
        String description,
        String icon,
        TableOptions options,
        List<Field> fields,
        List<TablePolicy> policies) {
    public TableSchema {
        fields = List.copyOf(Formulas.bind(fields));
        policies = List.copyOf(policies);
    }

    public Identifier table() {
        return Identifier.of(name);
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    public Optional<Field> field(UUID fieldId) {
        return fields.stream().filter(field -> field.id().equals(fieldId)).findFirst();
    }

    /** The relations that lead from here to other tables. */
    public List<Field> relations() {
        return fields.stream()
                .filter(field -> field.type() instanceof RelationType)
                .toList();
    }

    /** The indexes for speed alone that the table is to have. */
    public List<CreateIndex> indexes() {
        return Stream.of(
                        fields.stream().filter(Field::isIndexed).map(field -> CreateIndex.of(this, field)),
                        options.indexes().stream()
                                .filter(index -> !index.unique())
                                .map(index -> CreateIndex.of(this, index)),
                        Stream.of(this).filter(table -> options.softDelete()).map(CreateIndex::ofDeleted))
                .flatMap(Function.identity())
                .toList();
    }

    public TableSchema withOptions(TableOptions others) {
        return new TableSchema(id, name, displayName, description, icon, others, fields, policies);
    }

    public TableSchema withFields(List<Field> others) {
        return new TableSchema(id, name, displayName, description, icon, options, others, policies);
    }

    public TableSchema withPolicies(List<TablePolicy> others) {
        return new TableSchema(id, name, displayName, description, icon, options, fields, others);
    }
}
