package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;

/** Makes the table that holds the history of another one's rows. */
public record CreateRevisions(TableSchema owner) implements Ddl {
    /** The name of that table: made from the owner's id, and so that no table of a project can have it. */
    public static Identifier table(TableSchema owner) {
        return Identifier.of("_rv_" + owner.id().toString().replace("-", ""));
    }

    @Override
    public Phase phase() {
        return Phase.CREATE;
    }

    @Override
    public String lock() {
        return "NONE";
    }

    @Override
    public String about() {
        return owner.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "create table " + Ddl.name(pgSchema, table(owner)) + " (row_id uuid not null, number bigint not null,"
                + " action text not null, changed_by uuid, changed_at timestamptz not null, before jsonb, after jsonb,"
                + " primary key (row_id, number))";
    }
}
