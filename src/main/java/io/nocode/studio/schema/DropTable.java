package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** Takes a table away, with its rows. */
public record DropTable(Identifier table) implements Ddl {
    @Override
    public Phase phase() {
        return Phase.DROP;
    }

    @Override
    public Effect effect() {
        return Effect.DESTRUCTIVE;
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "drop table " + Ddl.name(pgSchema, table);
    }

    @Override
    public Optional<Loss> loss(Identifier pgSchema) {
        return Optional.of(new Loss(table.name(), "", "select count(*) as count from " + Ddl.name(pgSchema, table)));
    }
}
