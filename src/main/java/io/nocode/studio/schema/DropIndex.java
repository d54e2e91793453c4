package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Takes an index away; no data goes. */
public record DropIndex(Identifier name) implements Ddl {
    @Override
    public String part() {
        return name.name();
    }

    @Override
    public Phase phase() {
        return Phase.LOOSEN;
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "drop index if exists " + Ddl.name(pgSchema, name);
    }
}
