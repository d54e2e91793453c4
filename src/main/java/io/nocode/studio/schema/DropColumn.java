package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** Takes a field away, with its values. */
public record DropColumn(Identifier table, Identifier column) implements Ddl {
    @Override
    public Phase phase() {
        return Phase.DROP;
    }

    @Override
    public Effect effect() {
        return Effect.DESTRUCTIVE;
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, table) + " drop column " + column;
    }

    @Override
    public Optional<Loss> loss(Identifier pgSchema) {
        return Optional.of(new Loss(
                table.name(),
                column.name(),
                "select count(" + column + ") as count from " + Ddl.name(pgSchema, table)));
    }
}
