package io.nocode.runtime.query;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.ValueFault;
import io.nocode.studio.schema.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are embedded in those that lead to them: a JSON object or null, or a list where there may be several.
 *
 * @param name what leads to them, and what they stand under
 * @param seen the table that they are of, as the caller sees it; other rows are as if they did not exist
 * @param inner what is embedded in them in turn
 */
public record Expansion(String name, Reach reach, List<Column> columns, Source seen, List<Expansion> inner) {
    static final int MAX_DEPTH = 3;
    /** How many expansions a query may name. */
    static final int MAX_NAMES = 20;
    /** How many rows a list holds at most: the others are asked for at their own table. */
    static final int MAX_LIST = 100;
    /** How many rows a whole answer may come to embed. */
    static final int MAX_ROWS = 250_000;

    /**
     * What a table's rows are to embed.
     *
     * @param names such as {@code lines.product}, which embeds the lines too
     * @throws ValueFault where there is no such thing, or too much of it
     */
    static List<Expansion> of(LiveTable table, Permits permits, List<String> names, int rows) {
        List<List<String>> paths = new ArrayList<>();
        for (String name : names) {
            List<String> path = List.of(name.split("\\.", -1));
            if (path.size() > MAX_DEPTH) {
                throw new ValueFault("field.expand_too_deep", MAX_DEPTH);
            }
            paths.add(path);
        }
        List<Expansion> expansions = build(table, permits, paths);
        if (rows * most(expansions) > MAX_ROWS) {
            throw new ValueFault("field.expand_too_many", MAX_ROWS);
        }
        return expansions;
    }

    private static List<Expansion> build(LiveTable table, Permits permits, List<List<String>> paths) {
        Map<String, List<List<String>>> byHead = new LinkedHashMap<>();
        for (List<String> path : paths) {
            List<List<String>> tails = byHead.computeIfAbsent(path.get(0), each -> new ArrayList<>());
            if (path.size() > 1) {
                tails.add(path.subList(1, path.size()));
            }
        }
        List<Expansion> all = new ArrayList<>();
        byHead.forEach((name, tails) -> {
            Reach reach =
                    Reach.named(table, permits, name).orElseThrow(() -> new ValueFault("field.unknown_name", name));
            LiveTable target = reach.target();
            List<Column> columns = target.columns().stream()
                    .filter(column -> permits.reads(target, column))
                    .toList();
            all.add(new Expansion(name, reach, columns, Source.of(target, permits), build(target, permits, tails)));
        });
        return all;
    }

    /** How many rows these can come to for one row. */
    private static long most(List<Expansion> expansions) {
        return expansions.stream()
                .mapToLong(one -> (one.reach.many() ? MAX_LIST : 1) * (1 + most(one.inner)))
                .sum();
    }

    /** That of these which stands under a column's name. */
    public static Optional<Expansion> named(List<Expansion> expansions, String name) {
        return expansions.stream().filter(one -> one.name.equals(name)).findFirst();
    }

    /** Writes it as JSON, for the row of that alias. */
    void render(Rendering out, String alias) {
        String other = out.alias();
        out.add(reach.many() ? "array_to_json(array(" : "(").add("select to_json(_x) from (select ");
        String separator = "";
        for (Column column : columns) {
            if (named(inner, column.name()).isEmpty()) {
                out.add(separator).add(value(column, column.shown(other)));
                out.add(" as ").add(column.quoted());
                separator = ", ";
            }
        }
        for (Expansion one : inner) {
            out.add(separator);
            one.render(out, other);
            out.add(" as ").add(Identifier.of(one.name).quoted());
            separator = ", ";
        }
        out.add(" from ");
        reach.render(out, seen, alias, other);
        if (seen.where() != Condition.ANYTHING) {
            out.add(" and ");
            seen.where().render(out, other);
        }
        out.add(reach.many() ? " order by " + other + ".\"id\" limit " + MAX_LIST + ") _x))" : ") _x)");
    }

    /** A value in the form in which a row itself has it. */
    private static String value(Column column, String name) {
        if (!column.prefix().isEmpty()) {
            return "cast(? as text) || " + name;
        }
        // A fraction of six digits, or none.
        return column.wire() != Wire.TIMESTAMP
                ? name
                : "to_char(" + name + " at time zone 'UTC', case when date_trunc('second', " + name + ") = " + name
                        + " then 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"' else 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"' end)";
    }

    /** The values of {@link #render}, in its order. */
    void values(List<@Nullable Object> into) {
        for (Column column : columns) {
            if (!column.prefix().isEmpty() && named(inner, column.name()).isEmpty()) {
                into.add(column.prefix());
            }
        }
        inner.forEach(one -> one.values(into));
        seen.values(into);
        seen.where().values(into);
    }

    void shape(StringBuilder into) {
        into.append('e').append(name).append('(');
        columns.forEach(column -> into.append(column.position()).append(','));
        seen.shape(into);
        seen.where().shape(into);
        inner.forEach(one -> one.shape(into));
        into.append(')');
    }
}
