package io.nocode.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A walk through a list by cursors: a page begins behind the row where the one before it ended, which costs the same at
 * any depth.
 *
 * @param parts the rows that are left, in one part or several; the whole list at its beginning
 */
record Walk(List<Condition> parts) {
    static Walk fromTheStart() {
        return new Walk(List.of(Condition.ANYTHING));
    }

    static Walk behind(List<Order> order, List<@Nullable String> keys) {
        return new Walk(new Keyset(order, keys).parts());
    }

    void shape(StringBuilder into) {
        into.append('W');
        parts.forEach(part -> part.shape(into.append('/')));
    }

    /** A page of a plan and the first row after it; the last column but those to sort by is an array of its keys. */
    void render(Rendering out, Plan plan) {
        if (parts.size() == 1) {
            part(out, plan, parts.get(0), false);
            return;
        }
        out.add("select s.* from (");
        String separator = "";
        for (Condition part : parts) {
            out.add(separator).add("(");
            part(out, plan, part, true);
            out.add(")");
            separator = " union all ";
        }
        out.add(") s order by ");
        out.add(IntStream.range(0, plan.order().size())
                .mapToObj(i -> "s._o" + i + (plan.order().get(i).descending() ? " desc" : ""))
                .collect(Collectors.joining(", ")));
        limit(out, plan);
    }

    private static void part(Rendering out, Plan plan, Condition part, boolean sortable) {
        out.add("select ");
        plan.renderColumns(out);
        out.add(", array[");
        String separator = "";
        for (Order one : plan.order()) {
            out.add(separator);
            one.expression(out, Plan.T);
            out.add("::text");
            separator = ", ";
        }
        out.add("] as " + Plan.KEYS);
        for (int i = 0; sortable && i < plan.order().size(); i++) {
            out.add(", ");
            plan.order().get(i).expression(out, Plan.T);
            out.add(" as _o" + i);
        }
        out.add(" from ");
        plan.seen().render(out, Plan.T);
        Plan.renderWhere(out, plan.where().and(part));
        out.add(" order by ");
        plan.renderOrder(out);
        limit(out, plan);
    }

    private static void limit(Rendering out, Plan plan) {
        out.add(" limit " + (plan.size() + 1));
    }

    /** The values of what {@link #render} writes, in its order. */
    void values(Plan plan, List<@Nullable Object> into) {
        List<@Nullable Object> keys = new ArrayList<>();
        plan.order().forEach(one -> one.values(keys));
        for (Condition part : parts) {
            plan.columnValues(into);
            into.addAll(keys);
            if (parts.size() > 1) {
                into.addAll(keys);
            }
            plan.seen().values(into);
            plan.where().and(part).values(into);
            into.addAll(keys);
        }
    }
}
