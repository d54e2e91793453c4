package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Optional;

/**
 * Takes what a relation holds from its column to its table of links, or back.
 *
 * @param toColumn back: where no row has more than one link
 */
public record MoveLinks(Identifier table, Field field, boolean toColumn) implements Ddl {
    @Override
    public String part() {
        return field.name();
    }

    @Override
    public Phase phase() {
        return toColumn ? Phase.ALTER : Phase.FINISH;
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
        String links = Ddl.name(pgSchema, CreateLinks.table(field));
        String rows = Ddl.name(pgSchema, table);
        return toColumn
                ? "update " + rows + " t set " + field.column() + " = l.target_id from " + links
                        + " l where l.source_id = t.id"
                : "insert into " + links + " (source_id, target_id) select id, " + field.column() + " from " + rows
                        + " where " + field.column() + " is not null";
    }

    @Override
    public Optional<Misfit> misfit(Identifier pgSchema) {
        return !toColumn
                ? Optional.empty()
                : Optional.of(new Misfit(
                        table.name(),
                        field.name(),
                        "select source_id as id, string_agg(target_id::text, ', ') as value from "
                                + Ddl.name(pgSchema, CreateLinks.table(field))
                                + " group by source_id having count(*) > 1"));
    }
}
