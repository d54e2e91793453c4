package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Gives a field another name; its values stay. */
public record RenameColumn(Phase phase, Identifier table, Identifier from, Identifier to) implements Ddl {
    @Override
    public String part() {
        return from.name();
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, table) + " rename column " + from + " to " + to;
    }
}
