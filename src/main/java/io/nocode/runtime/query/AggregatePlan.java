package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures that can be answered: every name in it exists, and the caller may read it.
 *
 * @param seen the table as the caller sees it
 * @param measures those that were asked for, and then those that only {@code having} and the order need
 * @param shown how many of the measures were asked for
 * @param order total: what rows are grouped by is among it
 */
public record AggregatePlan(
        Source seen,
        List<Figure> groups,
        List<Figure> measures,
        int shown,
        Condition where,
        Condition having,
        List<Sorted> order) {
    /** How many groups an answer may have. */
    public static final int MAX_GROUPS = 10_000;

    private static final String A = "a";

    /** A figure to sort by. */
    record Sorted(Column column, boolean descending) {
        private String sql() {
            return A + "." + column.quoted() + (descending ? " desc" : "");
        }
    }

    /** The columns of the answer in their order, by what the caller calls them. */
    public Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        groups.forEach(group -> columns.put(group.key(), group.column()));
        measures.subList(0, shown).forEach(measure -> columns.put(measure.key(), measure.column()));
        return columns;
    }

    /** The statement: a row for each group, and one more than there may be where there are too many. */
    public Sql sql() {
        StringBuilder shape =
                new StringBuilder("aggregate ").append(groups.size()).append(':');
        figures().forEach(figure -> figure.shape(shape));
        seen.shape(shape);
        where.shape(shape.append('?'));
        having.shape(shape.append('!'));
        order.forEach(one -> shape.append(one.sql()).append(','));
        List<@Nullable Object> values = new ArrayList<>();
        figures().forEach(figure -> figure.values(values));
        seen.values(values);
        where.values(values);
        having.values(values);
        return Sql.of(seen.table().text(shape.toString(), this::render), values.toArray());
    }

    private Stream<Figure> figures() {
        return Stream.concat(groups.stream(), measures.stream());
    }

    private String render() {
        Rendering out = new Rendering().add("select a.* from (select ");
        String separator = "";
        for (Figure figure : figures().toList()) {
            out.add(separator);
            figure.render(out);
            separator = ", ";
        }
        out.add(" from ");
        seen.render(out, Plan.T);
        Plan.renderWhere(out, where);
        if (!groups.isEmpty()) {
            out.add(IntStream.rangeClosed(1, groups.size())
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(", ", " group by ", "")));
        }
        out.add(") a");
        if (having != Condition.ANYTHING) {
            out.add(" where ");
            having.render(out, A);
        }
        if (!order.isEmpty()) {
            out.add(order.stream().map(Sorted::sql).collect(Collectors.joining(", ", " order by ", "")));
        }
        return out.add(" limit " + (MAX_GROUPS + 1)).toString();
    }
}
