package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/**
 * Takes the table of a relation of many to many away.
 *
 * @param loses whether its links are lost: they are not where they have gone elsewhere
 */
public record DropLinks(Phase phase, Identifier table, Field field, boolean loses) implements Ddl {
    @Override
    public String part() {
        return field.name();
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
        return "drop table " + Ddl.name(pgSchema, CreateLinks.table(field));
    }

    @Override
    public Optional<Loss> loss(Identifier pgSchema) {
        return !loses
                ? Optional.empty()
                : Optional.of(new Loss(
                        table.name(),
                        field.name(),
                        "select count(*) as count from " + Ddl.name(pgSchema, CreateLinks.table(field))));
    }
}
