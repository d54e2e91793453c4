package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** Takes the history of a table's rows away. */
public record DropRevisions(TableSchema owner) implements Ddl {
    /** What is lost, as a loss calls it. */
    public static final String LOST = "options.revisions";

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
        return owner.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "drop table " + Ddl.name(pgSchema, CreateRevisions.table(owner));
    }

    @Override
    public Optional<Loss> loss(Identifier pgSchema) {
        return Optional.of(new Loss(
                owner.name(),
                LOST,
                "select count(*) as count from " + Ddl.name(pgSchema, CreateRevisions.table(owner))));
    }
}
