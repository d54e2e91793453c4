package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Takes the files of a field away, which goes itself; the loss is told by the step that takes the field. */
public record DropFiles(Identifier table, Field field) implements Ddl {
    @Override
    public String part() {
        return field.name();
    }

    @Override
    public Phase phase() {
        return Phase.DROP;
    }

    @Override
    public Effect effect() {
        return Effect.DESTRUCTIVE;
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
        return "select nocode.drop_files(" + Literal.text(pgSchema.name()) + ", "
                + Literal.text(field.id().toString()) + ")";
    }
}
