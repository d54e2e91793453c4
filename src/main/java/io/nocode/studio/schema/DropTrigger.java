package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Lets go of what a trigger does; no data goes. */
public record DropTrigger(Identifier table, Identifier name) implements Ddl {
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
        return "drop trigger if exists " + name + " on " + Ddl.name(pgSchema, table);
    }
}
