package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets PostgreSQL find rows by these columns fast.
 *
 * @param concurrent whether it is built beside those who write, outside of any transaction
 */
public record CreateIndex(
        Identifier table,
        Identifier name,
        List<Identifier> columns,
        boolean unique,
        TableIndex.Method method,
        boolean concurrent)
        implements Ddl {
    static CreateIndex of(TableSchema owner, Field field) {
        return new CreateIndex(
                owner.table(),
                ConstraintNames.of(ConstraintNames.Kind.IX, field.id()),
                List.of(field.column()),
                false,
                TableIndex.Method.BTREE,
                false);
    }

    static CreateIndex of(TableSchema owner, TableIndex index) {
        return new CreateIndex(
                owner.table(),
                ConstraintNames.of(ConstraintNames.Kind.TX, index.id()),
                index.fields().stream()
                        .map(id -> owner.field(id)
                                .orElseThrow(() -> new IllegalArgumentException("An index over a field that is gone."))
                                .column())
                        .toList(),
                index.unique(),
                index.method(),
                false);
    }

    /** The same, built while others write; an index that forbids something comes with its transaction. */
    public CreateIndex beside() {
        return new CreateIndex(table, name, columns, unique, method, true);
    }

    @Override
    public Phase phase() {
        return Phase.TIGHTEN;
    }

    @Override
    public Effect effect() {
        return concurrent ? Effect.SAFE : Effect.BLOCKING;
    }

    @Override
    public String lock() {
        return concurrent ? "SHARE UPDATE EXCLUSIVE" : "SHARE";
    }

    @Override
    public String about() {
        return table.name();
    }

    @Override
    public String sql(Identifier pgSchema) {
        return "create " + (unique ? "unique " : "") + "index " + (concurrent ? "concurrently " : "") + name + " on "
                + Ddl.name(pgSchema, table) + " using " + method.sql(list(""));
    }

    @Override
    public Optional<Misfit> misfit(Identifier pgSchema) {
        if (!unique) {
            return Optional.empty();
        }
        String present = columns.stream().map(column -> column + " is not null").collect(Collectors.joining(" and "));
        return Optional.of(new Misfit(
                table.name(),
                columns.get(columns.size() - 1).name(),
                "select t.id, concat_ws(', ', " + list("t.") + ") as value from (select *, count(*) over (partition by "
                        + list("") + ") as _same from " + Ddl.name(pgSchema, table) + " where " + present
                        + ") t where t._same > 1"));
    }

    private String list(String prefix) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }
}
