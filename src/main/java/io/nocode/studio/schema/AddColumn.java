package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** Adds a field to a table; rows that are there get its default. */
public record AddColumn(Identifier table, Field field) implements Ddl {
    @Override
    public String part() {
        return field.name();
    }

    @Override
    public Phase phase() {
        return field.type() instanceof FormulaType ? Phase.COMPUTE : Phase.ALTER;
    }

    @Override
    public Effect effect() {
        // PostgreSQL writes every row where each has a value of its own.
        return field.type().isGenerated() || (field.type() instanceof UuidType && field.hasDefault())
                ? Effect.BLOCKING
                : Effect.SAFE;
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "alter table " + Ddl.name(pgSchema, table) + " add column " + definition(field);
    }

    @Override
    public Optional<Misfit> misfit(Identifier pgSchema) {
        return field.required() && !field.hasDefault()
                ? Optional.of(new Misfit(
                        table.name(), field.name(), "select id, null::text as value from " + Ddl.name(pgSchema, table)))
                : Optional.empty();
    }

    static String definition(Field field) {
        return field.column()
                + " "
                + field.type().column()
                + field.type().generation()
                + (field.hasDefault() ? " default " + field.type().defaultSql(field.defaultValue()) : "")
                + (field.required() ? " not null" : "");
    }
}
