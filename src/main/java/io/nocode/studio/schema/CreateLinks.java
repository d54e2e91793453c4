package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Makes the table that holds a relation of many to many: a row for each pair. */
public record CreateLinks(TableSchema owner, Field field) implements Ddl {
    /** The name of that table: made from the field's id, and so that no table of a project can have it. */
    public static Identifier table(Field field) {
        return Identifier.of("_ln_" + field.id().toString().replace("-", ""));
    }

    static Identifier index(Field field) {
        return Identifier.of("lx_" + field.id().toString().replace("-", ""));
    }

    @Override
    public String part() {
        return field.name();
    }

    @Override
    public Phase phase() {
        return Phase.CREATE;
    }

    @Override
    public String about() {
        return owner.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "create table " + Ddl.name(pgSchema, table(field)) + " (source_id uuid not null references "
                + Ddl.name(pgSchema, owner.table()) + " (id) on delete cascade, target_id uuid not null,"
                + " created_at timestamptz not null default now(), primary key (source_id, target_id))";
    }
}
