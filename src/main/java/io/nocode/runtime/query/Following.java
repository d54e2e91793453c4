package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody hears of the changes of a table. Whoever hears the same equals each other.
 *
 * @param seen the table as the caller sees it
 * @param columns what is told of a row
 * @param where the rows that are asked for, of those that the caller may see
 */
public record Following(LiveTable table, Source seen, List<Column> columns, Condition where) {
    private static final String COMMITS = " from nocode.row_commit k where k.stream = ?";

    /** How many changes one statement looks at, at most. */
    public static final int PAGE = 1_000;
    /** And how many bytes of stored rows. */
    private static final int BYTES = 1_000_000;

    /**
     * The statement that looks at the next changes on the way from one moment to another. Each row has first the number
     * of the change and the id of its row, then the columns but the id, then {@code _action}, the place of its
     * transaction ({@code _commit}), how far the statement looked ({@code _last_commit} and {@code _last}, null where
     * there was nothing), whether the moment is reached ({@code _whole}), whether
     * it came upon changes of rows of another form than the table has now ({@code _outdated}), and the oldest
     * transaction of which changes are kept ({@code _floor}). There is a row without a change where there is none to tell,
     * and no row at all where changes are not recorded any more.
     *
     * @param to where {@code place} is not on the way: the moment to go to
     */
    public Sql next(Place place, Snapshot to) {
        Snapshot target = place.to() == null ? to : place.to();
        boolean begun = place.to() != null;
        boolean anyOpen = !place.from().open().isEmpty();
        StringBuilder shape = new StringBuilder("follow ").append(begun ? 'b' : anyOpen ? 'o' : 'f');
        columns.forEach(column -> shape.append(column.position()).append(','));
        seen.shape(shape.append('@'));
        where.shape(shape.append('?'));
        List<@Nullable Object> values = new ArrayList<>();
        values.add(place.stream());
        page(place, target, begun, anyOpen, values);
        if (!isOfEverything()) {
            seen.values(values);
            seen.values(values);
            where.values(values);
            where.values(values);
        }
        return Sql.of(table.text(shape.toString(), () -> render(begun, anyOpen)), values.toArray());
    }

    private void page(Place place, Snapshot to, boolean begun, boolean anyOpen, List<@Nullable Object> values) {
        values.add(place.stream());
        if (begun) {
            values.add(place.commit());
            values.add(to.toString());
            values.add(place.from().toString());
        } else {
            values.add(String.valueOf(place.from().end()));
            values.add(String.valueOf(to.end()));
            values.add(to.toString());
            if (anyOpen) {
                values.add(place.stream());
                values.add(place.from().open().stream().map(String::valueOf).toList());
                values.add(to.toString());
            }
        }
        values.add(place.stream());
        if (begun) {
            values.add(place.commit());
            values.add(place.seq());
        }
    }

    private String render(boolean begun, boolean anyOpen) {
        Rendering out = new Rendering();
        // Materialized: where few changes are expected they would be counted anew for each of them.
        out.add("with s as (select r.floor, (select max(a.xmin::text::bigint) from pg_catalog.pg_attribute a"
                + " where a.attrelid = r.relid) as form from nocode.row_stream r where r.id = ?), p as materialized (");
        renderPage(out, begun, anyOpen);
        out.add(" limit " + PAGE + "), c as materialized (select q.* from (select p.*,"
                + " sum(coalesce(pg_column_size(p.before), 0) + coalesce(pg_column_size(p.after), 0))"
                + " over (order by p.place, p.seq) - coalesce(pg_column_size(p.before), 0)"
                + " - coalesce(pg_column_size(p.after), 0) as ahead from p) q where q.ahead < " + BYTES + "),"
                + " h as materialized (select max(array[c.place, c.seq]) as through, count(*) as looked, bool_or(c.form <> s.form) as outdated,"
                + " (select count(*) from p) as page from c cross join s)"
                + " select e.*, h.through[1] as _last_commit, h.through[2] as _last, h.looked = h.page and h.page < "
                + PAGE + " as _whole,"
                + " coalesce(h.outdated, false) as _outdated, s.floor::text as _floor"
                + " from s cross join h left join lateral (select c.seq as _seq, c.row_id as _row");
        columns.stream()
                .filter(column -> !column.isId())
                .forEach(column ->
                        out.add(", ").add(column.shown("n")).add(column.isFiles() ? " as " + column.quoted() : ""));
        renderSeen(out);
        return out.add(") e on true order by e._commit, e._seq").toString();
    }

    /** The next changes of the next transactions: no more transactions than changes are looked at, since each has some. */
    private static void renderPage(Rendering out, boolean begun, boolean anyOpen) {
        out.add("select t.place, c.* from (");
        if (begun) {
            out.add("select k.xid, k.place" + COMMITS
                    + " and k.place >= ? and pg_visible_in_snapshot(k.xid, ?::pg_snapshot)"
                    + " and not pg_visible_in_snapshot(k.xid, ?::pg_snapshot) order by k.place");
        } else {
            // Not along the index of places: it would begin with what has been told long ago.
            out.add("select u.xid, u.place + 0 as place from (select k.xid, k.place" + COMMITS
                    + " and k.xid >= ?::xid8 and k.xid < ?::xid8 and pg_visible_in_snapshot(k.xid, ?::pg_snapshot)");
            if (anyOpen) {
                out.add(" union all select k.xid, k.place" + COMMITS
                        + " and k.xid = any (?::xid8[]) and pg_visible_in_snapshot(k.xid, ?::pg_snapshot)");
            }
            out.add(") u order by u.place + 0");
        }
        out.add(" limit " + PAGE + ") t cross join lateral (select c.seq, c.form, c.action, c.row_id, c.before, c.after"
                + " from nocode.row_change c where c.stream = ? and c.xid = t.xid");
        out.add(begun ? " and c.seq > case when t.place = ? then ?::bigint else 0 end" : "");
        out.add(" order by c.seq limit " + PAGE + ") c order by t.place, c.seq");
    }

    private boolean isOfEverything() {
        return where == Condition.ANYTHING && !seen.isMasked();
    }

    private void renderSeen(Rendering out) {
        if (isOfEverything()) {
            out.add(", case c.action when 'I' then 'created' when 'U' then 'updated' else 'deleted' end as _action,"
                    + " c.place as _commit from c"
                    + " left join lateral ");
            seen.render(out, image("after"), "n");
            out.add(" on true where c.form = s.form");
            return;
        }
        out.add(
                ", case when v.was and v.\"is\" then 'updated' when v.\"is\" then 'created' else 'deleted' end as _action,"
                        + " c.place as _commit from c left join lateral ");
        seen.render(out, image("before"), "o");
        out.add(" on true left join lateral ");
        seen.render(out, image("after"), "n");
        out.add(" on true cross join lateral (select ");
        renderSeen(out, "o", "I");
        out.add(" as was, ");
        renderSeen(out, "n", "D");
        out.add(" as \"is\") v where c.form = s.form and (v.was or v.\"is\")");
    }

    /** Whether there was such a row, and it was one of those that are followed. */
    private void renderSeen(Rendering out, String alias, String without) {
        out.add("c.action <> '" + without + "' and " + alias + "." + seen.version() + " is not null and coalesce(");
        where.render(out, alias);
        out.add(", false)");
    }

    private String image(String which) {
        return "jsonb_populate_record(null::" + table.quoted() + ", c." + which + ")";
    }
}
