package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements about all rows that the caller sees and that fulfil a condition. */
public final class MatchingSql {
    private final LiveTable table;
    private final Permits permits;
    private final Source seen;
    private final Condition where;

    /** About the rows that {@link Planner#rows} has found for these permits. */
    public MatchingSql(LiveTable table, Permits permits, Condition where) {
        this.table = table;
        this.permits = permits;
        this.seen = Source.of(table, permits);
        this.where = where;
    }

    /** Answers with how many there are. */
    public Sql count() {
        StringBuilder key = new StringBuilder("matching ");
        seen.shape(key);
        where.shape(key);
        String text = table.text(key.toString(), () -> {
            Rendering out = new Rendering().add("select count(*) from ");
            seen.render(out, Plan.T);
            Plan.renderWhere(out, where);
            return out.toString();
        });
        List<@Nullable Object> values = new ArrayList<>();
        seen.values(values);
        where.values(values);
        return Sql.of(text, values.toArray());
    }

    /**
     * Changes those of them that the caller may change, and answers with how many they are; ends with
     * {@link RowSql#OUTSIDE} where one of them is then none that the caller may write.
     */
    public Sql update(List<Assignment> assignments, RowSql.Stamp stamp) {
        List<Column> set = assignments.stream().map(Assignment::column).toList();
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
                        .map(one -> one.column().quoted() + " = " + one.sql("?") + ", ")
                        .collect(Collectors.joining("", "update " + table.quoted() + " t set ", RowSql.Stamp.SETS)),
                values,
                permits.touches(table, Act.UPDATE, set),
                permits.check(table, Act.UPDATE, set));
    }

    /** Deletes those of them that the caller may delete, and answers with how many they are. */
    public Sql delete(RowSql.Stamp stamp) {
        Deletion deletion = Deletion.of(table, stamp);
        return statement(
                "delete matching ",
                deletion::head,
                deletion.values(),
                permits.touches(table, Act.DELETE, List.of()).and(deletion.where()),
                Condition.ANYTHING);
    }

    private Sql statement(
            String shape,
            Supplier<String> head,
            List<@Nullable Object> headValues,
            Condition touched,
            Condition check) {
        StringBuilder key = new StringBuilder(shape);
        seen.shape(key);
        where.shape(key);
        touched.shape(key.append('t'));
        check.shape(key.append('c'));
        String text = table.text(key.toString(), () -> render(head.get(), touched, check));
        List<@Nullable Object> values = new ArrayList<>(headValues);
        if (seen.isMasked()) {
            seen.values(values);
            where.values(values);
            touched.values(values);
        } else {
            where.and(touched).values(values);
        }
        check.values(values);
        return Sql.of(text, values.toArray());
    }

    private String render(String head, Condition touched, Condition check) {
        Rendering out = new Rendering().add("with w as (").add(head);
        if (seen.isMasked()) {
            // What they match is asked of what the caller sees; the rows themselves are then those of these ids.
            seen.render(out.add(" where t.\"id\" in (select t.\"id\" from "), Plan.T);
            Plan.renderWhere(out, where);
            out.add(")");
            if (touched != Condition.ANYTHING) {
                touched.render(out.add(" and "), Plan.T);
            }
        } else {
            Plan.renderWhere(out, where.and(touched));
        }
        WriteSql.permitted(out.add(" returning 1"), check);
        return out.add(") select count(*) from w").toString();
    }
}
