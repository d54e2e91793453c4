package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Lets a table keep the rows that are deleted: those that are there are not touched. */
public record SoftDelete(Identifier table) implements Ddl {
    /** When a row was deleted; nothing for one that is there. */
    static final Identifier COLUMN = Identifier.of("deleted_at");

    static final String DEFINITION = COLUMN + " timestamptz";

    /** The condition that a row is there; empty for a table whose rows always are. */
    static String present(TableSchema table) {
        return table.options().softDelete() ? COLUMN + " is null" : "";
    }

    @Override
    public Phase phase() {
        return Phase.ALTER;
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, table) + " add column " + DEFINITION;
    }
}
