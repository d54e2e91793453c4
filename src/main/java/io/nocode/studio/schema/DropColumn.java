package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/**
 * Takes a column away.
 *
 * @param loses whether its values are lost: they are not where they come from other fields, or have gone elsewhere
 */
public record DropColumn(Phase phase, Identifier table, Identifier column, boolean loses) implements Ddl {
    /** Takes a field away with its values. */
    static DropColumn of(Identifier table, Field field) {
        // A formula goes before the fields that it uses.
        return field.type() instanceof FormulaType
                ? new DropColumn(Phase.LOOSEN, table, field.column(), false)
                : new DropColumn(Phase.DROP, table, field.column(), true);
    }

    @Override
    public String part() {
        return column.name();
    }

    @Override
    public Effect effect() {
        return loses ? Effect.DESTRUCTIVE : Effect.SAFE;
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, table) + " drop column " + column;
    }

    @Override
    public Optional<Loss> loss(Identifier pgSchema) {
        return !loses
                ? Optional.empty()
                : Optional.of(new Loss(
                        table.name(),
                        column.name(),
                        "select count(" + column + ") as count from " + Ddl.name(pgSchema, table)));
    }
}
