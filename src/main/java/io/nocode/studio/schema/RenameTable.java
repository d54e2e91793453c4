package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Gives a table another name; its rows stay. */
public record RenameTable(Phase phase, Identifier from, Identifier to) implements Ddl {
    @Override
    public String about() {
        return from.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, from) + " rename to " + to;
    }
}
