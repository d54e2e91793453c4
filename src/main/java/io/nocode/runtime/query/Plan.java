package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be answered: every name in it exists, and the caller may read it.
 *
 * @param seen the table as the caller sees it
 * @param order total: the id is among it
 * @param walk null for a list with numbered pages
 */
public record Plan(
        LiveTable table,
        Source seen,
        List<Column> columns,
        List<Expansion> expansions,
        Condition where,
        List<Order> order,
        Count count,
        int page,
        int size,
        @Nullable Walk walk) {
    /** The name of the column with a row's keys in a walk. */
    public static final String KEYS = "_keys";

    static final String T = "t";
    /** From here on PostgreSQL first finds the page's ids, in an index if it can, and only then its rows. */
    private static final long DEEP = 1_000;
    /** Below this many rows an estimate is no gain. */
    private static final long WORTH_ESTIMATING = 10_000;

    public long offset() {
        return (long) (page - 1) * size;
    }

    /**
     * The one statement that answers it: in each row first the number of all rows (null for Count.NONE), then the id
     * (null in the only row of an empty page), then the columns, the
     * expansions, and for a walk the row's keys. For Count.NONE and for
     * a walk it asks for one row more than the page has, to tell whether there is a next.
     */
    public Sql sql() {
        boolean deep = offset() >= DEEP && !isEstimated();
        StringBuilder shape = new StringBuilder(80).append(count.ordinal()).append(deep ? 'D' : page > 1 ? 'L' : 'F');
        shape.append(size).append(':');
        columns.forEach(column -> shape.append(column.position()).append(','));
        expansions.forEach(one -> one.shape(shape));
        seen.shape(shape);
        where.shape(shape.append('?'));
        shape.append('#');
        order.forEach(one -> one.shape(shape));
        if (walk != null) {
            walk.shape(shape);
        }
        String text = table.text(shape.toString(), () -> render(deep));
        List<@Nullable Object> values = new ArrayList<>();
        if (count == Count.EXACT || (count == Count.ESTIMATED && !isEstimated())) {
            seen.values(values);
            where.values(values);
        }
        if (walk == null) {
            pageValues(deep, values);
        } else {
            walk.values(this, values);
        }
        return Sql.of(text, values.toArray());
    }

    private void pageValues(boolean deep, List<@Nullable Object> values) {
        columnValues(values);
        seen.values(values);
        where.values(values);
        order.forEach(one -> one.values(values));
        if (page > 1) {
            values.add(offset());
        }
        if (deep) {
            seen.values(values);
            order.forEach(one -> one.values(values));
        }
    }

    /** The cursor that leads on behind the row of these keys. */
    public String cursorAfter(List<@Nullable String> keys, Cursors cursors) {
        return cursors.after(keys, seen, where, order);
    }

    /** Whether the statement asks for one row more than the page has. */
    public boolean asksForOneMore() {
        return count == Count.NONE || walk != null;
    }

    /** Whether pages are linked by cursors. */
    public boolean isWalk() {
        return walk != null;
    }

    private boolean isEstimated() {
        return count == Count.ESTIMATED && where == Condition.ANYTHING && !seen.isMasked();
    }

    private String render(boolean deep) {
        Rendering out = new Rendering();
        out.add("select n.n, p.* from (");
        renderCount(out);
        // One row joined to a page keeps the page's order, and is there when the page is empty.
        out.add(") n left join lateral (");
        if (walk != null) {
            walk.render(out, this);
            return out.add(") p on true").toString();
        }
        out.add("select ");
        renderColumns(out);
        out.add(" from ");
        if (deep) {
            out.add("(select t.\"id\" from ");
            renderPage(out);
            out.add(") k join ");
            seen.render(out, T);
            out.add(" on t.\"id\" = k.\"id\" order by ");
            renderOrder(out);
        } else {
            renderPage(out);
        }
        return out.add(") p on true").toString();
    }

    /** What each row answers with. */
    void renderColumns(Rendering out) {
        out.add(Columns.names(columns));
        for (Expansion one : expansions) {
            out.add(", ");
            one.render(out, T);
        }
    }

    /** The values of {@link #renderColumns}. */
    void columnValues(List<@Nullable Object> into) {
        expansions.forEach(one -> one.values(into));
    }

    private void renderPage(Rendering out) {
        seen.render(out, T);
        renderWhere(out, where);
        out.add(" order by ");
        renderOrder(out);
        // Page sizes are few: as constants they let PostgreSQL see that a page is small.
        out.add(" limit " + (count == Count.NONE ? size + 1 : size)).add(page > 1 ? " offset ?" : "");
    }

    private void renderCount(Rendering out) {
        if (count == Count.NONE) {
            out.add("select null::bigint as n");
            return;
        }
        if (isEstimated()) {
            out.add(estimate(table));
            return;
        }
        out.add("select count(*) as n from ");
        seen.render(out, T);
        renderWhere(out, where);
    }

    static void renderWhere(Rendering out, Condition where) {
        if (where != Condition.ANYTHING) {
            out.add(" where ");
            where.render(out, T);
        }
    }

    void renderOrder(Rendering out) {
        String separator = "";
        for (Order one : order) {
            out.add(separator);
            one.render(out, T);
            separator = ", ";
        }
    }

    /** One row with {@code n} and {@code estimated}; the table is counted where it is too small to be estimated. */
    static String estimate(LiveTable table) {
        // The name of the table comes from the catalogue; as a literal its quotes are doubled.
        return "select case when c.reltuples >= " + WORTH_ESTIMATING + " then c.reltuples::bigint else"
                + " (select count(*) from " + table.quoted() + ") end as n, c.reltuples >= " + WORTH_ESTIMATING
                + " as estimated from pg_class c where c.oid = '"
                + table.quoted().replace("'", "''") + "'::regclass";
    }
}
