package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements about all rows that fulfil a condition. */
public final class MatchingSql {
    private final LiveTable table;
    private final Condition where;

    public MatchingSql(LiveTable table, Condition where) {
        this.table = table;
        this.where = where;
    }

    /** Answers with how many there are. */
    public Sql count() {
        return statement("matching", () -> "select count(*) from " + table.quoted() + " t", List.of(), where);
    }

    /** Changes them. */
    public Sql update(List<Assignment> assignments, RowSql.Stamp stamp) {
        List<@Nullable Object> values = new ArrayList<>();
        assignments.stream().filter(Assignment::hasValue).forEach(one -> values.add(one.value()));
        values.add(stamp.at());
        values.add(stamp.by());
        String shape = assignments.stream()
                .map(one -> one.column().position() + "" + one.kind())
                .collect(Collectors.joining(" ", "update matching ", " "));
        return statement(
                shape,
                () -> assignments.stream()
                        .map(one -> one.column().quoted() + " = " + one.sql() + ", ")
                        .collect(Collectors.joining("", "update " + table.quoted() + " t set ", RowSql.Stamp.SETS)),
                values,
                where);
    }

    /** Deletes them. */
    public Sql delete(RowSql.Stamp stamp) {
        Deletion deletion = Deletion.of(table, stamp);
        return statement("delete matching ", deletion::head, deletion.values(), where.and(deletion.where()));
    }

    private Sql statement(String shape, Supplier<String> head, List<@Nullable Object> headValues, Condition condition) {
        StringBuilder key = new StringBuilder(shape);
        condition.shape(key);
        List<@Nullable Object> values = new ArrayList<>(headValues);
        condition.values(values);
        String text = table.text(key.toString(), () -> {
            Rendering out = new Rendering().add(head.get());
            Plan.renderWhere(out, condition);
            return out.toString();
        });
        return Sql.of(text, values.toArray());
    }
}
