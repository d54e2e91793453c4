package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/** Deletes the deleted rows for good, and those deleted ones elsewhere that cannot be without them. */
public record PurgeDeleted(Identifier table) implements Ddl {
    /** What is lost, as a loss calls it. */
    public static final String LOST = "options.soft_delete";

    @Override
    public Phase phase() {
        return Phase.LOOSEN;
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
        return "select nocode.purge(" + Literal.text(Ddl.name(pgSchema, table)) + "::regclass, '" + SoftDelete.COLUMN
                + " is not null')";
    }

    @Override
    public Optional<Loss> loss(Identifier pgSchema) {
        return Optional.of(new Loss(
                table.name(),
                LOST,
                "select count(*) as count from " + Ddl.name(pgSchema, table) + " where " + SoftDelete.COLUMN
                        + " is not null"));
    }
}
