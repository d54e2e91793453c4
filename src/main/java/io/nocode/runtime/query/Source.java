package io.nocode.runtime.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as one caller sees it. Where all of it may be read it is the table itself. Where a column shows in some rows
 * only, it is a query in the table's place, in which the column is null elsewhere: whatever is asked of it, by
 * whichever parameter, is asked of what may be seen.
 *
 * @param rows the rows that may be seen
 * @param masks the columns of the query in the table's place, each with the rows in which it shows; empty for the table
 *     itself
 */
record Source(LiveTable table, Condition rows, Map<Column, Condition> masks) {
    /** Where the query in a table's place keeps the row's version, which its tag is made of. */
    private static final String VERSION = "\"_version\"";

    static Source of(LiveTable table, Permits permits) {
        if (permits.isWhole(table)) {
            return whole(table);
        }
        Map<Column, Condition> masks = new LinkedHashMap<>();
        boolean masked = false;
        for (Column column : table.columns()) {
            if (permits.reads(table, column)) {
                Condition shown = permits.shown(table, column);
                masks.put(column, shown);
                masked |= shown != Condition.ANYTHING;
            }
        }
        return new Source(table, permits.rows(table), masked ? masks : Map.of());
    }

    /** The table itself. */
    static Source whole(LiveTable table) {
        return new Source(table, Condition.ANYTHING, Map.of());
    }

    /** What is left to be asked of its rows, since it is not asked within. */
    Condition where() {
        return masks.isEmpty() ? rows : Condition.ANYTHING;
    }

    /** Whether it is a query in the table's place. */
    boolean isMasked() {
        return !masks.isEmpty();
    }

    /** Whether a column is null where it does not show. */
    boolean masks(Column column) {
        return isMasked() && masks.get(column) != Condition.ANYTHING;
    }

    /** The name of the column that holds a row's version. */
    String version() {
        return isMasked() ? VERSION : "\"version\"";
    }

    /** Writes what stands after {@code from}, with the alias. */
    void render(Rendering out, String alias) {
        render(out, table.quoted(), alias);
    }

    /** The same for rows that stand elsewhere, as SQL, and have the form of the table's. */
    void render(Rendering out, String from, String alias) {
        if (!isMasked()) {
            out.add(from).add(" ").add(alias);
            return;
        }
        String inner = out.alias();
        out.add("(select ").add(inner).add(".\"version\" as " + VERSION);
        masks.forEach((column, shown) -> {
            out.add(", ");
            render(out, column, inner, inner + "." + column.quoted());
            out.add(" as ").add(column.quoted());
        });
        out.add(" from ").add(from).add(" ").add(inner);
        if (rows != Condition.ANYTHING) {
            out.add(" where ");
            rows.render(out, inner);
        }
        out.add(") ").add(alias);
    }

    /** The values of {@link #render}, in its order. */
    void values(List<@Nullable Object> into) {
        if (isMasked()) {
            masks.keySet().forEach(column -> columnValues(column, into));
            rows.values(into);
        }
    }

    /** Adds what the text of {@link #render} depends on. */
    void shape(StringBuilder into) {
        if (isMasked()) {
            into.append('M');
            masks.forEach((column, shown) ->
                    shown.shape(into.append(column.position()).append('=')));
            rows.shape(into.append('/'));
        }
    }

    /** Writes what an answer has of a column for a row of the table itself, null where it does not show. */
    void renderColumn(Rendering out, Column column, String alias) {
        render(out, column, alias, column.shown(alias));
    }

    private void render(Rendering out, Column column, String alias, String value) {
        Condition shown = masks.getOrDefault(column, Condition.ANYTHING);
        if (shown == Condition.ANYTHING) {
            out.add(value);
            return;
        }
        out.add("case when ");
        shown.render(out, alias);
        out.add(" then ").add(value).add(" end");
    }

    /** The values of {@link #renderColumn}. */
    void columnValues(Column column, List<@Nullable Object> into) {
        masks.getOrDefault(column, Condition.ANYTHING).values(into);
    }
}
