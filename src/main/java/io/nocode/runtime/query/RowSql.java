package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that touch one row. Each answers, where there is such a row, with its version, its id, and the
 * columns that were asked for but the id. A row that is written must be one that the caller may write as it then is:
 * else the statement itself ends with a fault of {@link #OUTSIDE}, and nothing is stored.
 */
public final class RowSql {
    /** Who writes, and when. */
    public record Stamp(@Nullable UUID by, Instant at) {
        /**
         * True for every row; and what relations and triggers do because of the statement is done in the name of this
         * one. For statements that leave no row which could say so.
         */
        Condition told() {
            return new Condition.Leaf(
                    "set_config('nocode.by', ?, true) is not null", List.of(by == null ? "" : by.toString()));
        }

        /** What a statement that changes rows sets beside its fields, after a comma or {@code set}. */
        static final String SETS = "\"updated_at\" = ?, \"updated_by\" = ?, \"version\" = t.\"version\" + 1";
    }

    /** What PostgreSQL says of a row that was written and is none that the caller may write. */
    public static final String OUTSIDE = "NC403";

    /** The last column of what a write answers with, where the caller does not see every row: whether they see this. */
    public static final String SEEN = "_seen";

    private static final String RESTORE = "restore ";

    private final LiveTable table;
    private final Permits permits;
    private final List<Column> columns;
    private final Source seen;
    private final String answer;

    public RowSql(LiveTable table, Permits permits, List<Column> columns) {
        this.table = table;
        this.permits = permits;
        this.columns = columns;
        this.seen = Source.of(table, permits);
        this.answer = ReadSql.shape(table, columns);
    }

    /** A new row; fields without an assignment take their defaults. */
    public Sql insert(UUID id, List<Assignment> assignments, Stamp stamp) {
        Condition check = permits.check(table, Act.CREATE, WriteSql.set(assignments));
        Statement statement = new Statement("insert " + WriteSql.shape(assignments), check);
        return statement.of(() -> statement.returning(head(assignments)), stamped(id, assignments, stamp));
    }

    /**
     * A new row, or, where one has the same values in the fields that are unique together, that row changed, if it is
     * one that the caller may change.
     *
     * @param unique those fields
     */
    public Sql upsert(UUID id, List<Assignment> assignments, List<Column> unique, Stamp stamp) {
        List<Column> set = WriteSql.set(assignments);
        Condition where = touched(Act.UPDATE, set);
        Condition check = WriteSql.upserted(table, permits, set);
        StringBuilder shape = new StringBuilder("upsert " + WriteSql.shape(assignments) + " on "
                + unique.stream().map(Column::name).collect(Collectors.joining(",")) + ' ');
        where.shape(shape);
        Statement statement = new Statement(shape.toString(), check);
        List<@Nullable Object> values = stamped(id, assignments, stamp);
        where.values(values);
        return statement.of(
                () -> statement.returning(WriteSql.onConflict(head(assignments), table, set, unique, where)), values);
    }

    /**
     * A row changed.
     *
     * @param versions the only ones in which it is changed; null for any
     */
    public Sql update(UUID id, List<Assignment> assignments, Stamp stamp, @Nullable Collection<Long> versions) {
        List<Column> set = WriteSql.set(assignments);
        Condition where = touched(Act.UPDATE, set);
        return changed("update ", id, assignments, stamp, versions, where, permits.check(table, Act.UPDATE, set));
    }

    /** A row deleted; answers with what it was, or with what is kept of it out of sight. */
    public Sql delete(UUID id, Stamp stamp, @Nullable Collection<Long> versions) {
        Deletion deletion = Deletion.of(table, stamp);
        Condition where = touched(Act.DELETE, List.of()).and(deletion.where());
        Statement statement = new Statement(shape("delete", versions, where).toString(), Condition.ANYTHING);
        List<@Nullable Object> values = new ArrayList<>(deletion.values());
        addWhere(id, versions, where, values);
        return statement.of(
                () -> statement.returning(where(new Rendering().add(deletion.head()), versions, where)), values);
    }

    /** A row that was deleted softly brought back, and changed. */
    public Sql restore(UUID id, List<Assignment> assignments, Stamp stamp) {
        List<Column> set = WriteSql.set(assignments);
        if (set.isEmpty()) {
            // Who may delete rows may take that back; what changes beyond that is a change like any other.
            return changed(RESTORE, id, List.of(), stamp, null, touched(Act.DELETE, set), Condition.ANYTHING);
        }
        Condition where = touched(Act.UPDATE, set);
        return changed(RESTORE, id, assignments, stamp, null, where, permits.check(table, Act.UPDATE, set));
    }

    private Sql changed(
            String kind,
            UUID id,
            List<Assignment> assignments,
            Stamp stamp,
            @Nullable Collection<Long> versions,
            Condition where,
            Condition check) {
        Statement statement = new Statement(
                shape(kind + WriteSql.shape(assignments), versions, where).toString(), check);
        List<@Nullable Object> values = new ArrayList<>();
        WriteSql.addValues(assignments, values);
        values.add(stamp.at());
        values.add(stamp.by());
        addWhere(id, versions, where, values);
        return statement.of(
                () -> {
                    Rendering out =
                            new Rendering().add("update ").add(table.quoted()).add(" t set ");
                    out.add(
                            kind.equals(RESTORE) && table.deletesSoftly()
                                    ? "\"" + Column.DELETED_AT + "\" = null, "
                                    : "");
                    for (Assignment one : assignments) {
                        out.add(one.column().quoted() + " = " + one.sql("?") + ", ");
                    }
                    return statement.returning(where(out.add(Stamp.SETS), versions, where));
                },
                values);
    }

    /**
     * A row that is gone made again.
     *
     * @param version the next after its last one, so that no tag means two things
     */
    public Sql remake(UUID id, long version, Stamp created, List<Assignment> assignments, Stamp stamp) {
        Sql insert = insert(id, assignments, stamp);
        List<@Nullable Object> values = new ArrayList<>(insert.values());
        values.set(1, created.at());
        values.set(3, created.by());
        values.add(5, version);
        return Sql.of(
                insert.text().replace(") values (?, ?, ?, ?, ?, 1", ") values (?, ?, ?, ?, ?, ?"), values.toArray());
    }

    /** A write: its text up to what it answers with, and then that. */
    private final class Statement {
        private final String shape;
        private final Condition check;

        Statement(String shape, Condition check) {
            this.shape = shape;
            this.check = check;
        }

        Sql of(java.util.function.Supplier<Rendering> render, List<@Nullable Object> values) {
            StringBuilder key = new StringBuilder(shape).append(' ').append(answer);
            if (!permits.isWhole(table)) {
                seen.shape(key);
                written().shape(key.append('r'));
            }
            if (check != Condition.ANYTHING) {
                check.shape(key.append('c'));
            }
            String text = table.text(key.toString(), () -> render.get().toString());
            columns.stream().filter(column -> !column.isId()).forEach(column -> seen.columnValues(column, values));
            written().values(values);
            check.values(values);
            return Sql.of(text, values.toArray());
        }

        Rendering returning(Rendering out) {
            out.add(" returning t.\"version\", t.\"id\"");
            for (Column column : columns) {
                if (!column.isId()) {
                    seen.renderColumn(out.add(", "), column, WriteSql.T);
                    out.add(column.isFiles() ? " as " + column.quoted() : "");
                }
            }
            if (written() != Condition.ANYTHING) {
                written().render(out.add(", ("), WriteSql.T);
                out.add(") is true as " + SEEN);
            }
            return WriteSql.permitted(out, check);
        }
    }

    private Condition written() {
        return permits.rowsAsWritten(table);
    }

    private Condition touched(Act act, List<Column> set) {
        return seen.rows().and(permits.touches(table, act, set));
    }

    private Rendering head(List<Assignment> assignments) {
        StringBuilder names = new StringBuilder("insert into " + table.quoted()
                + " as t (\"id\", \"created_at\", \"updated_at\", \"created_by\", \"updated_by\", \"version\"");
        StringBuilder values = new StringBuilder(") values (?, ?, ?, ?, ?, 1");
        for (Assignment one : assignments) {
            names.append(", ").append(one.column().quoted());
            values.append(", ").append(one.sql("?"));
        }
        return new Rendering().add(names.append(values).append(")").toString());
    }

    private static List<@Nullable Object> stamped(UUID id, List<Assignment> assignments, Stamp stamp) {
        List<@Nullable Object> values =
                new ArrayList<>(Arrays.asList(id, stamp.at(), stamp.at(), stamp.by(), stamp.by()));
        WriteSql.addValues(assignments, values);
        return values;
    }

    private static Rendering where(Rendering out, @Nullable Collection<Long> versions, Condition where) {
        out.add(" where t.\"id\" = ?");
        out.add(versions == null ? "" : " and t.\"version\" = any (cast(? as bigint[]))");
        return WriteSql.and(out, where);
    }

    private static void addWhere(
            UUID id, @Nullable Collection<Long> versions, Condition where, List<@Nullable Object> values) {
        values.add(id);
        if (versions != null) {
            values.add(versions);
        }
        where.values(values);
    }

    private static StringBuilder shape(String start, @Nullable Collection<Long> versions, Condition where) {
        StringBuilder shape = new StringBuilder(start).append(versions == null ? " any " : " if ");
        where.shape(shape);
        return shape;
    }
}
