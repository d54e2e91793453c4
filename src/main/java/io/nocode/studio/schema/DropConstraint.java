package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Lets go of what a field's values are held to. */
public record DropConstraint(Identifier table, Identifier name) implements Ddl {
    @Override
    public String part() {
        return name.name();
    }

    @Override
    public Phase phase() {
        return Phase.LOOSEN;
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, table) + " drop constraint " + name;
    }
}
