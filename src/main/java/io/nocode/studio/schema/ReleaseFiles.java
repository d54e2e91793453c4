package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Lets go of what {@link HoldFiles} holds. */
public record ReleaseFiles(Identifier table, Field field) implements Ddl {
    @Override
    public String part() {
        return field.name();
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
        return "drop trigger " + HoldFiles.trigger(field) + " on " + Ddl.name(pgSchema, table);
    }
}
