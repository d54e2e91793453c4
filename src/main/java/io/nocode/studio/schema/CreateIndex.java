package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets PostgreSQL find rows by these columns fast.
 *
 * @param where the rows that it is about; empty for all
 * @param concurrent whether it is built beside those who write, outside of any transaction
 */
public record CreateIndex(
        Identifier table,
        Identifier name,
        List<Identifier> columns,
        boolean unique,
        TableIndex.Method method,
        String where,
        boolean concurrent)
        implements Ddl {
    static CreateIndex of(TableSchema owner, Field field) {
        return new CreateIndex(
                owner.table(),
                ConstraintNames.of(ConstraintNames.Kind.IX, field.id()),
                List.of(field.column()),
                false,
                TableIndex.Method.BTREE,
                "",
                false);
    }

    /** An index by which deleted rows are found. */
    static CreateIndex ofDeleted(TableSchema owner) {
        return new CreateIndex(
                owner.table(),
                ConstraintNames.of(ConstraintNames.Kind.DX, owner.id()),
                List.of(SoftDelete.COLUMN, Identifier.of("id")),
                false,
                TableIndex.Method.BTREE,
                SoftDelete.COLUMN + " is not null",
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
                index.unique() ? SoftDelete.present(owner) : "",
                false);
    }

    /** The same, built while others write; an index that forbids something comes with its transaction. */
    public CreateIndex beside() {
        return new CreateIndex(table, name, columns, unique, method, where, true);
    }

    @Override
    public String part() {
        return columns.stream().map(Identifier::name).collect(Collectors.joining(", "));
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
                + Ddl.name(pgSchema, table) + " using " + method.sql(list(""))
                + (where.isEmpty() ? "" : " where " + where);
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
                        + (where.isEmpty() ? "" : " and " + where)
                        + ") t where t._same > 1"));
    }

    private String list(String prefix) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }
}
