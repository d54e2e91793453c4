package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Has automatic numbers go on behind those that are there, and not before their start. */
public record RestartNumbers(Identifier table, Identifier column, long start) implements Ddl {
    @Override
    public String part() {
        return column.name();
    }

    @Override
    public Phase phase() {
        return Phase.COMPUTE;
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        String name = Ddl.name(pgSchema, table);
        return "select setval(pg_get_serial_sequence(" + Literal.text(name) + ", " + Literal.text(column.name())
                + "), greatest(" + start + ", (select coalesce(max(" + column + "), 0) + 1 from " + name
                + ")), false)";
    }
}
