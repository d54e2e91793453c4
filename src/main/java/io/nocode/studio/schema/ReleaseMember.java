package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Lets go of what {@link HoldMember} holds. */
public record ReleaseMember(Identifier table, Field field) implements Ddl {
    @Override
    public String part() {
        return field.name();
    }

    @Override
    public Phase phase() {
        return Phase.LOOSEN;
    }

    @Override
    public String lock() {
        return "ACCESS EXCLUSIVE";
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "drop trigger " + HoldMember.trigger(field) + " on " + Ddl.name(pgSchema, table);
    }
}
