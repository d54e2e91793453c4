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

    static final String T = "t";

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
        this.answer = columns.equals(table.columns())
                ? "*"
                : columns.stream()
                        .map(column -> String.valueOf(column.position()))
                        .collect(Collectors.joining(","));
    }

    /** A row that the caller sees. */
    public Sql find(UUID id) {
        Condition where = seen.where();
        StringBuilder shape = new StringBuilder("find ").append(answer);
        seen.shape(shape);
        where.shape(shape);
        String text = table.text(shape.toString(), () -> {
            Rendering out = new Rendering().add("select t.").add(seen.version());
            out.add(", ").add(Columns.names(columns)).add(" from ");
            seen.render(out, T);
            out.add(" where t.\"id\" = ?");
            and(out, where);
            return out.toString();
        });
        List<@Nullable Object> values = new ArrayList<>();
        seen.values(values);
        values.add(id);
        where.values(values);
        return Sql.of(text, values.toArray());
    }

    /** Of several rows those that the caller sees, each with its version and its id. */
    public static Sql findAll(LiveTable table, Permits permits, Collection<UUID> ids) {
        Source seen = Source.of(table, permits);
        Rendering out = new Rendering().add("select t.").add(seen.version()).add(" as version, t.\"id\" from ");
        seen.render(out, T);
        out.add(" where t.\"id\" = any (cast(? as uuid[]))");
        and(out, seen.where());
        List<@Nullable Object> values = new ArrayList<>();
        seen.values(values);
        values.add(ids);
        seen.where().values(values);
        return Sql.of(out.toString(), values.toArray());
    }

    /** Of several rows those that the caller sees a relation of, each with its id and what that {@code points_to}. */
    public static Sql pointing(LiveTable table, Permits permits, Column relation, Collection<UUID> ids) {
        Source seen = Source.of(table, permits);
        Rendering out = new Rendering()
                .add("select t.\"id\", t.")
                .add(relation.quoted())
                .add(" as points_to from ");
        seen.render(out, T);
        out.add(" where t.").add(relation.quoted()).add(" is not null and t.\"id\" = any (cast(? as uuid[]))");
        and(out, seen.where());
        List<@Nullable Object> values = new ArrayList<>();
        seen.values(values);
        values.add(ids);
        seen.where().values(values);
        return Sql.of(out.toString(), values.toArray());
    }

    /** A new row; fields without an assignment take their defaults. */
    public Sql insert(UUID id, List<Assignment> assignments, Stamp stamp) {
        Condition check = permits.check(table, Act.CREATE, set(assignments));
        Statement statement = new Statement("insert " + shape(assignments), check);
        return statement.of(() -> statement.returning(head(assignments)), stamped(id, assignments, stamp));
    }

    /**
     * A new row, or, where one has the same values in the fields that are unique together, that row changed, if it is
     * one that the caller may change.
     *
     * @param unique those fields
     */
    public Sql upsert(UUID id, List<Assignment> assignments, List<Column> unique, Stamp stamp) {
        List<Column> set = set(assignments);
        Condition where = touched(Act.UPDATE, set);
        Condition check = upserted(table, permits, set);
        StringBuilder shape = new StringBuilder("upsert " + shape(assignments) + " on "
                + unique.stream().map(Column::name).collect(Collectors.joining(",")) + ' ');
        where.shape(shape);
        Statement statement = new Statement(shape.toString(), check);
        List<@Nullable Object> values = stamped(id, assignments, stamp);
        where.values(values);
        return statement.of(
                () -> statement.returning(onConflict(head(assignments), table, set, unique, where)), values);
    }

    /**
     * A row changed.
     *
     * @param versions the only ones in which it is changed; null for any
     */
    public Sql update(UUID id, List<Assignment> assignments, Stamp stamp, @Nullable Collection<Long> versions) {
        List<Column> set = set(assignments);
        Condition where = touched(Act.UPDATE, set);
        StringBuilder shape = shape("update " + shape(assignments), versions, where);
        Statement statement = new Statement(shape.toString(), permits.check(table, Act.UPDATE, set));
        List<@Nullable Object> values = new ArrayList<>();
        addValues(assignments, values);
        values.add(stamp.at());
        values.add(stamp.by());
        addWhere(id, versions, where, values);
        return statement.of(
                () -> {
                    Rendering out =
                            new Rendering().add("update ").add(table.quoted()).add(" t set ");
                    for (Assignment one : assignments) {
                        out.add(one.column().quoted() + " = " + one.sql("?") + ", ");
                    }
                    out.add(Stamp.SETS);
                    return statement.returning(where(out, versions, where));
                },
                values);
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
        List<Column> set = set(assignments);
        // Who may delete rows may take that back; what changes beyond that is a change like any other.
        Condition where = touched(set.isEmpty() ? Act.DELETE : Act.UPDATE, set);
        Statement statement = new Statement(
                shape("restore " + shape(assignments), null, where).toString(),
                set.isEmpty() ? Condition.ANYTHING : permits.check(table, Act.UPDATE, set));
        List<@Nullable Object> values = new ArrayList<>();
        addValues(assignments, values);
        values.add(stamp.at());
        values.add(stamp.by());
        addWhere(id, null, where, values);
        return statement.of(
                () -> {
                    Rendering out =
                            new Rendering().add("update ").add(table.quoted()).add(" t set ");
                    out.add(table.deletesSoftly() ? "\"" + Column.DELETED_AT + "\" = null, " : "");
                    for (Assignment one : assignments) {
                        out.add(one.column().quoted() + " = " + one.sql("?") + ", ");
                    }
                    return statement.returning(where(out.add(Stamp.SETS), null, where));
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
                    seen.renderColumn(out.add(", "), column, T);
                    out.add(column.isFiles() ? " as " + column.quoted() : "");
                }
            }
            if (written() != Condition.ANYTHING) {
                written().render(out.add(", ("), T);
                out.add(") is true as " + SEEN);
            }
            return permitted(out, check);
        }
    }

    /** Adds the call that ends a statement whose row does not pass the check. */
    static Rendering permitted(Rendering out, Condition check) {
        if (check != Condition.ANYTHING) {
            check.render(out.add(", nocode.permit("), T);
            out.add(")");
        }
        return out;
    }

    private Condition written() {
        return permits.rowsAsWritten(table);
    }

    private Condition touched(Act act, List<Column> set) {
        return seen.rows().and(permits.touches(table, act, set));
    }

    /** What a row must fulfil as an upsert has written it: it has its first version just when it is new. */
    static Condition upserted(LiveTable table, Permits permits, List<Column> set) {
        Condition made = permits.check(table, Act.CREATE, set);
        Condition changed = permits.check(table, Act.UPDATE, set);
        return made == Condition.ANYTHING && changed == Condition.ANYTHING
                ? Condition.ANYTHING
                : new Condition.Some(List.of(
                        new Condition.Every(List.of(leaf("\"version\" = 1"), made)),
                        new Condition.Every(List.of(leaf("\"version\" > 1"), changed))));
    }

    /** Adds to an insert what becomes of a row that is there already. */
    static Rendering onConflict(
            Rendering out, LiveTable table, List<Column> set, List<Column> unique, Condition where) {
        out.add(" on conflict (");
        out.add(unique.stream().map(Column::quoted).collect(Collectors.joining(", ")));
        out.add(")").add(ManyRows.among(table)).add(" do update set ");
        for (Column column : set) {
            out.add(column.quoted() + " = excluded." + column.quoted() + ", ");
        }
        out.add("\"updated_at\" = excluded.\"updated_at\", \"updated_by\" = excluded.\"updated_by\","
                + " \"version\" = t.\"version\" + 1");
        if (where != Condition.ANYTHING) {
            where.render(out.add(" where "), T);
        }
        return out;
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
        addValues(assignments, values);
        return values;
    }

    private static Rendering where(Rendering out, @Nullable Collection<Long> versions, Condition where) {
        out.add(" where t.\"id\" = ?");
        out.add(versions == null ? "" : " and t.\"version\" = any (cast(? as bigint[]))");
        return and(out, where);
    }

    static Rendering and(Rendering out, Condition where) {
        if (where != Condition.ANYTHING) {
            out.add(" and ");
            where.render(out, T);
        }
        return out;
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

    private static Condition leaf(String text) {
        return new Condition.Leaf(Condition.HERE + "." + text, List.of());
    }

    private static List<Column> set(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::column).toList();
    }

    static String shape(List<Assignment> assignments) {
        StringBuilder shape = new StringBuilder();
        for (Assignment one : assignments) {
            shape.append(one.column().position()).append("vdm".charAt(one.kind().ordinal()));
        }
        return shape.toString();
    }

    private static void addValues(List<Assignment> assignments, List<@Nullable Object> values) {
        for (Assignment one : assignments) {
            if (one.hasValue()) {
                values.add(one.value());
            }
        }
    }
}
