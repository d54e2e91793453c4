package io.nocode.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that rows are sorted by. Nulls stand where PostgreSQL puts them.
 *
 * @param steps the relations that lead to it
 * @param seen for each step its table as the caller sees it: rows that are not seen sort like missing ones
 * @param masked whether it is null in rows in which the caller may not see it
 */
record Order(List<Reach> steps, List<Source> seen, Column column, boolean masked, boolean descending) {
    /** Writes it for the table of that alias. */
    void render(Rendering out, String alias) {
        expression(out, alias);
        out.add(descending ? " desc" : "");
    }

    /** Whether rows may have nothing there. */
    boolean isNullable() {
        return masked || !steps.isEmpty() || column.isNullable();
    }

    /** What it sorts by, without a direction. */
    void expression(Rendering out, String alias) {
        expression(out, alias, 0);
    }

    private void expression(Rendering out, String alias, int depth) {
        if (depth == steps.size()) {
            out.add(alias).add(".").add(column.quoted());
            return;
        }
        Reach step = steps.get(depth);
        String other = out.alias();
        out.add("(select ");
        expression(out, other, depth + 1);
        out.add(" from ");
        seen.get(depth).render(out, other);
        out.add(" where ").add(other).add(".").add(step.target().id().quoted()).add(" = ");
        out.add(alias).add(".").add(step.here());
        Condition where = seen.get(depth).where();
        if (where != Condition.ANYTHING) {
            out.add(" and ");
            where.render(out, other);
        }
        out.add(")");
    }

    /** The inner table's values come first: its expression is written first. */
    void values(List<@Nullable Object> into) {
        for (int depth = seen.size() - 1; depth >= 0; depth--) {
            seen.get(depth).values(into);
            seen.get(depth).where().values(into);
        }
    }

    void shape(StringBuilder into) {
        for (int depth = 0; depth < steps.size(); depth++) {
            steps.get(depth).shape(into);
            into.append('.');
            seen.get(depth).shape(into);
            seen.get(depth).where().shape(into);
        }
        into.append(column.position()).append(descending ? '-' : '+').append(',');
    }
}
