package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that touch one row. Each answers, where there is such a row, with its version, its id, and the
 * columns that were asked for but the id.
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

    private static final String RETURNING = " returning ";

    private final LiveTable table;
    private final Permits permits;
    private final List<Column> columns;
    private final String answer;

    public RowSql(LiveTable table, Permits permits, List<Column> columns) {
        this.table = table;
        this.permits = permits;
        this.columns = columns;
        this.answer = columns.equals(table.columns())
                ? "*"
                : columns.stream()
                        .map(column -> String.valueOf(column.position()))
                        .collect(Collectors.joining(","));
    }

    public Sql find(UUID id) {
        return where(
                "find",
                () -> "select " + answer() + " from " + table.quoted() + " t",
                List.of(),
                id,
                null,
                Condition.ANYTHING);
    }

    /** A new row; fields without an assignment take their defaults. */
    public Sql insert(UUID id, List<Assignment> assignments, Stamp stamp) {
        String text = table.text("insert " + shape(assignments), () -> {
            StringBuilder names = new StringBuilder("insert into " + table.quoted()
                    + " as t (\"id\", \"created_at\", \"updated_at\", \"created_by\", \"updated_by\", \"version\"");
            StringBuilder values = new StringBuilder(") values (?, ?, ?, ?, ?, 1");
            for (Assignment one : assignments) {
                names.append(", ").append(one.column().quoted());
                values.append(", ").append(one.sql());
            }
            return names.append(values)
                    .append(")")
                    .append(RETURNING)
                    .append(answer())
                    .toString();
        });
        List<@Nullable Object> values =
                new ArrayList<>(Arrays.asList(id, stamp.at(), stamp.at(), stamp.by(), stamp.by()));
        addValues(assignments, values);
        return Sql.of(text, values.toArray());
    }

    /**
     * A new row, or, where one has the same values in the fields that are unique together, that row changed.
     *
     * @param unique those fields
     */
    public Sql upsert(UUID id, List<Assignment> assignments, List<Column> unique, Stamp stamp) {
        Sql insert = insert(id, assignments, stamp);
        String text = table.text(
                "upsert " + shape(assignments) + " on "
                        + unique.stream().map(Column::name).collect(Collectors.joining(",")),
                () -> insert.text()
                        .replace(
                                RETURNING,
                                assignments.stream()
                                                .map(one -> one.column().quoted() + " = excluded."
                                                        + one.column().quoted() + ", ")
                                                .collect(Collectors.joining(
                                                        "",
                                                        unique.stream()
                                                                .map(Column::quoted)
                                                                .collect(Collectors.joining(
                                                                        ", ",
                                                                        " on conflict (",
                                                                        ")" + ManyRows.among(table)
                                                                                + " do update set ")),
                                                        "\"updated_at\" = excluded.\"updated_at\", \"updated_by\" ="
                                                                + " excluded.\"updated_by\", \"version\" ="
                                                                + " t.\"version\" + 1"))
                                        + RETURNING));
        return Sql.of(text, insert.values().toArray());
    }

    /**
     * A row changed.
     *
     * @param versions the only ones in which it is changed; null for any
     */
    public Sql update(UUID id, List<Assignment> assignments, Stamp stamp, @Nullable Collection<Long> versions) {
        List<@Nullable Object> values = new ArrayList<>();
        addValues(assignments, values);
        values.add(stamp.at());
        values.add(stamp.by());
        return where(
                "update " + shape(assignments),
                () -> assignments.stream()
                        .map(one -> one.column().quoted() + " = " + one.sql() + ", ")
                        .collect(Collectors.joining("", "update " + table.quoted() + " t set ", Stamp.SETS)),
                values,
                id,
                versions,
                Condition.ANYTHING);
    }

    /** A row deleted; answers with what it was, or with what is kept of it out of sight. */
    public Sql delete(UUID id, Stamp stamp, @Nullable Collection<Long> versions) {
        Deletion deletion = Deletion.of(table, stamp);
        return where("delete", deletion::head, deletion.values(), id, versions, deletion.where());
    }

    /** A row that was deleted softly brought back, and changed. */
    public Sql restore(UUID id, List<Assignment> assignments, Stamp stamp) {
        List<@Nullable Object> values = new ArrayList<>();
        addValues(assignments, values);
        values.add(stamp.at());
        values.add(stamp.by());
        return where(
                "restore " + shape(assignments),
                () -> assignments.stream()
                        .map(one -> one.column().quoted() + " = " + one.sql() + ", ")
                        .collect(Collectors.joining(
                                "",
                                "update " + table.quoted() + " t set "
                                        + (table.deletesSoftly() ? "\"" + Column.DELETED_AT + "\" = null, " : ""),
                                Stamp.SETS)),
                values,
                id,
                null,
                Condition.ANYTHING);
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

    private Sql where(
            String shape,
            Supplier<String> head,
            List<@Nullable Object> headValues,
            UUID id,
            @Nullable Collection<Long> versions,
            Condition more) {
        Condition seen = permits.rows(table).and(more);
        StringBuilder key = new StringBuilder(shape)
                .append(versions == null ? " any " : " if ")
                .append(answer)
                .append(' ');
        seen.shape(key);
        String text = table.text(key.toString(), () -> {
            Rendering out = new Rendering().add(head.get()).add(" where t.\"id\" = ?");
            out.add(versions == null ? "" : " and t.\"version\" = any (cast(? as bigint[]))");
            if (seen != Condition.ANYTHING) {
                out.add(" and ");
                seen.render(out, "t");
            }
            return shape.equals("find")
                    ? out.toString()
                    : out.add(RETURNING).add(answer()).toString();
        });
        List<@Nullable Object> values = new ArrayList<>(headValues);
        values.add(id);
        if (versions != null) {
            values.add(versions);
        }
        seen.values(values);
        return Sql.of(text, values.toArray());
    }

    private String answer() {
        return "t.\"version\", " + Columns.names(columns);
    }

    private String shape(List<Assignment> assignments) {
        StringBuilder shape = new StringBuilder();
        for (Assignment one : assignments) {
            shape.append(one.column().position()).append("vdm".charAt(one.kind().ordinal()));
        }
        return shape.append(' ').append(answer).toString();
    }

    private static void addValues(List<Assignment> assignments, List<@Nullable Object> values) {
        for (Assignment one : assignments) {
            if (one.hasValue()) {
                values.add(one.value());
            }
        }
    }
}
