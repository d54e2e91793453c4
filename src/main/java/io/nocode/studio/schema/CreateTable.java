package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.StringJoiner;

/** Makes a table with its columns and what holds for each; relations and indexes follow. */
public record CreateTable(TableSchema table) implements Ddl {
    @Override
    public Phase phase() {
        return Phase.CREATE;
    }

    @Override
    public String lock() {
        return "NONE";
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        StringJoiner parts = new StringJoiner(", ", "create table " + Ddl.name(pgSchema, table.table()) + " (", ")");
        parts.add("id uuid not null")
                .add("created_at timestamptz not null default now()")
                .add("updated_at timestamptz not null default now()")
                .add("created_by uuid")
                .add("updated_by uuid")
                .add("version bigint not null default 1");
        if (table.options().softDelete()) {
            parts.add(SoftDelete.DEFINITION);
        }
        table.fields().stream()
                .filter(field -> field.type().isStored())
                .forEach(field -> parts.add(AddColumn.definition(field)));
        parts.add("constraint " + ConstraintNames.of(ConstraintNames.Kind.PK, table.id()) + " primary key (id)");
        for (Field field : table.fields()) {
            if (field.isUnique() && field.type().isStored() && !table.options().softDelete()) {
                parts.add(AddConstraint.unique(table, field).definition());
            }
            if (!field.check().isEmpty()) {
                parts.add(AddConstraint.check(table, field).definition());
            }
        }
        return parts.toString();
    }
}
