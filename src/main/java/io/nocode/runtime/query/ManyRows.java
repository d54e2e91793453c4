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
 * Many new rows as one statement: each column's values travel as one array of text, so that the text does not depend
 * on how many rows there are, and no limit of parameters is near.
 */
public final class ManyRows {
    private ManyRows() {}

    /**
     * The statement. Where one of the rows is none that the caller may write, it ends with {@link RowSql#OUTSIDE}.
     *
     * @param rows by id; all assign values to the same columns
     */
    public static Sql insert(LiveTable table, Permits permits, Map<UUID, List<Assignment>> rows, RowSql.Stamp stamp) {
        List<Column> columns =
                rows.values().iterator().next().stream().map(Assignment::column).toList();
        Condition check = permits.check(table, Act.CREATE, columns);
        StringBuilder shape = new StringBuilder(columns.stream()
                .map(column -> String.valueOf(column.position()))
                .collect(Collectors.joining(",", "many ", "")));
        if (check != Condition.ANYTHING) {
            check.shape(shape);
        }
        List<@Nullable Object> values = new ArrayList<>(List.of(stamp.at(), stamp.at()));
        values.add(stamp.by());
        values.add(stamp.by());
        values.add(rows.keySet());
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            values.add(rows.values().stream()
                    .map(row -> text(row.get(column).value()))
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
        check.values(values);
        return Sql.of(table.text(shape.toString(), () -> render(table, columns, check)), values.toArray());
    }

    /** What an upsert says of the rows among which values are unique: those that are deleted softly do not count. */
    static String among(LiveTable table) {
        return table.deletesSoftly() ? " where \"" + Column.DELETED_AT + "\" is null" : "";
    }

    private static String render(LiveTable table, List<Column> columns, Condition check) {
        StringBuilder names = new StringBuilder("insert into " + table.quoted()
                + " as t (\"id\", \"created_at\", \"updated_at\", \"created_by\", \"updated_by\", \"version\"");
        StringBuilder values = new StringBuilder(") select u.c0, cast(? as timestamptz), cast(? as timestamptz),"
                + " cast(? as uuid), cast(? as uuid), 1");
        StringBuilder arrays = new StringBuilder(" from unnest(cast(? as uuid[])");
        StringBuilder aliases = new StringBuilder(") as u (c0");
        for (int i = 0; i < columns.size(); i++) {
            names.append(", ").append(columns.get(i).quoted());
            // The base type alone: a cast to varchar(n) would cut what is too long without a word.
            values.append(", u.c")
                    .append(i + 1)
                    .append("::")
                    .append(columns.get(i).wire().base());
            arrays.append(", cast(? as text[])");
            aliases.append(", c").append(i + 1);
        }
        Rendering out = new Rendering()
                .add(names.append(values)
                        .append(arrays)
                        .append(aliases)
                        .append(')')
                        .toString());
        if (check != Condition.ANYTHING) {
            RowSql.permitted(out.add(" returning 1"), check);
        }
        return out.toString();
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
