package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** Gives a column another type and converts every value, or none where one cannot be converted. */
public record ChangeType(Identifier table, Identifier column, FieldType from, FieldType to) implements Ddl {
    @Override
    public String part() {
        return column.name();
    }

    @Override
    public Phase phase() {
        return Phase.ALTER;
    }

    @Override
    public Effect effect() {
        return Effect.BLOCKING;
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, table) + " alter column " + column + " type " + to.column()
                + " using (" + Conversion.of(from, to, column).using() + ")::" + to.column();
    }

    @Override
    public Optional<Misfit> misfit(Identifier pgSchema) {
        return Optional.of(new Misfit(
                table.name(),
                column.name(),
                "select id, " + column + "::text as value from " + Ddl.name(pgSchema, table) + " where " + column
                        + " is not null and " + Conversion.of(from, to, column).misfits()));
    }
}
