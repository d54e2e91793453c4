package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that write many rows each: a column's values travel as one array of text, so that a statement does not
 * depend on how many rows there are, and no limit of parameters is near. Where one of the rows is, as it was written,
 * none that the caller may write, the statement ends with {@link RowSql#OUTSIDE}.
 */
public final class ManyRows {
    private final LiveTable table;
    private final Permits permits;
    private final RowSql.Stamp stamp;

    public ManyRows(LiveTable table, Permits permits, RowSql.Stamp stamp) {
        this.table = table;
        this.permits = permits;
        this.stamp = stamp;
    }

    /**
     * New rows. Answers with nothing.
     *
     * @param rows by id; all assign values to the same columns
     */
    public Sql insert(Map<UUID, List<Assignment>> rows) {
        List<Column> columns = columns(rows);
        Condition check = permits.check(table, Act.CREATE, columns);
        StringBuilder shape = shape("many ", rows).append('c');
        check.shape(shape);
        List<@Nullable Object> values = newValues(rows);
        check.values(values);
        return Sql.of(
                table.text(shape.toString(), () -> {
                    if (check == Condition.ANYTHING) {
                        return head(columns).toString();
                    }
                    Rendering out = new Rendering()
                            .add("with made as (")
                            .add(head(columns).toString());
                    check.render(out.add(" returning ("), WriteSql.T);
                    return out.add(
                                    ") is true as allowed) select 1 from made having not nocode.permit(bool_and(allowed))")
                            .toString();
                }),
                values.toArray());
    }

    /**
     * New rows, or, where one has the same values in the fields that are unique together, that row changed, if it is one
     * that the caller may change. Answers with the version and id of each row in the order of these, and with nothing
     * for those that it left alone.
     *
     * @param rows by the ids that they have if they are new; all assign values to the same columns
     * @param unique those fields, whose values no two of the rows share
     */
    public Sql upsert(Map<UUID, List<Assignment>> rows, List<Column> unique) {
        List<Column> columns = columns(rows);
        Condition where = touched(Act.UPDATE, columns);
        Condition check = WriteSql.upserted(table, permits, columns);
        StringBuilder shape = shape("many-upsert ", rows)
                .append(" on ")
                .append(unique.stream().map(Column::name).collect(Collectors.joining(",")))
                .append(' ');
        where.shape(shape);
        check.shape(shape.append('c'));
        List<@Nullable Object> values = newValues(rows);
        where.values(values);
        check.values(values);
        return Sql.of(
                table.text(
                        shape.toString(),
                        () -> returning(WriteSql.onConflict(head(columns), table, columns, unique, where), check)),
                values.toArray());
    }

    /**
     * Rows changed. Answers with the version and id of each that is there and that the caller may change.
     *
     * @param rows by id; all assign values to the same columns, in the same way
     */
    public Sql update(Map<UUID, List<Assignment>> rows) {
        List<Assignment> first = rows.values().iterator().next();
        List<Column> columns = columns(rows);
        Condition where = touched(Act.UPDATE, columns);
        Condition check = permits.check(table, Act.UPDATE, columns);
        StringBuilder shape = shape("many-update ", rows).append(' ');
        where.shape(shape);
        check.shape(shape.append('c'));
        List<@Nullable Object> values = new ArrayList<>(List.of(stamp.at()));
        values.add(stamp.by());
        addArrays(rows, values);
        where.values(values);
        check.values(values);
        return Sql.of(
                table.text(shape.toString(), () -> {
                    Rendering out =
                            new Rendering().add("update ").add(table.quoted()).add(" t set ");
                    for (int i = 0; i < columns.size(); i++) {
                        out.add(columns.get(i).quoted() + " = " + first.get(i).sql(cell(columns.get(i), i)) + ", ");
                    }
                    out.add(RowSql.Stamp.SETS + from(columns) + " where t.\"id\" = u.c0");
                    return returning(WriteSql.and(out, where), check);
                }),
                values.toArray());
    }

    /** Rows deleted. Answers with the version and id of each that was there and that the caller may delete. */
    public Sql delete(Collection<UUID> ids) {
        Deletion deletion = Deletion.of(table, stamp);
        Condition where = touched(Act.DELETE, List.of()).and(deletion.where());
        StringBuilder shape = new StringBuilder("many-delete ");
        where.shape(shape);
        List<@Nullable Object> values = new ArrayList<>(deletion.values());
        values.add(ids);
        where.values(values);
        return Sql.of(
                table.text(
                        shape.toString(),
                        () -> returning(
                                WriteSql.and(
                                        new Rendering()
                                                .add(deletion.head() + " where t.\"id\" = any (cast(? as uuid[]))"),
                                        where),
                                Condition.ANYTHING)),
                values.toArray());
    }

    /** What an upsert says of the rows among which values are unique: those that are deleted softly do not count. */
    static String among(LiveTable table) {
        return table.deletesSoftly() ? " where \"" + Column.DELETED_AT + "\" is null" : "";
    }

    private Condition touched(Act act, List<Column> set) {
        return Source.of(table, permits).rows().and(permits.touches(table, act, set));
    }

    private static List<Column> columns(Map<UUID, List<Assignment>> rows) {
        return rows.values().iterator().next().stream().map(Assignment::column).toList();
    }

    private static StringBuilder shape(String start, Map<UUID, List<Assignment>> rows) {
        return new StringBuilder(start)
                .append(WriteSql.shape(rows.values().iterator().next()));
    }

    private List<@Nullable Object> newValues(Map<UUID, List<Assignment>> rows) {
        List<@Nullable Object> values = new ArrayList<>(List.of(stamp.at(), stamp.at()));
        values.add(stamp.by());
        values.add(stamp.by());
        addArrays(rows, values);
        return values;
    }

    private static void addArrays(Map<UUID, List<Assignment>> rows, List<@Nullable Object> values) {
        values.add(rows.keySet());
        for (int i = 0; i < columns(rows).size(); i++) {
            int column = i;
            values.add(rows.values().stream()
                    .map(row -> text(row.get(column).value()))
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
    }

    private Rendering head(List<Column> columns) {
        StringBuilder names = new StringBuilder("insert into " + table.quoted()
                + " as t (\"id\", \"created_at\", \"updated_at\", \"created_by\", \"updated_by\", \"version\"");
        StringBuilder values = new StringBuilder(") select u.c0, cast(? as timestamptz), cast(? as timestamptz),"
                + " cast(? as uuid), cast(? as uuid), 1");
        for (int i = 0; i < columns.size(); i++) {
            names.append(", ").append(columns.get(i).quoted());
            values.append(", ").append(cell(columns.get(i), i));
        }
        return new Rendering().add(names.append(values).append(from(columns)).toString());
    }

    /** A value of a row. It has the base type alone: a cast to varchar(n) would cut what is too long without a word. */
    private static String cell(Column column, int place) {
        return "u.c" + (place + 1) + "::" + column.wire().base();
    }

    private static String from(List<Column> columns) {
        StringBuilder arrays = new StringBuilder(" from unnest(cast(? as uuid[])");
        StringBuilder aliases = new StringBuilder(") as u (c0");
        for (int i = 0; i < columns.size(); i++) {
            arrays.append(", cast(? as text[])");
            aliases.append(", c").append(i + 1);
        }
        return arrays.append(aliases).append(')').toString();
    }

    private static String returning(Rendering out, Condition check) {
        return WriteSql.permitted(out.add(" returning t.\"version\", t.\"id\""), check)
                .toString();
    }

    /** A value as PostgreSQL reads it from text. */
    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return elements.stream()
                    .map(element ->
                            '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value == null ? null : value.toString();
    }
}
