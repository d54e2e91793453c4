package io.nocode.runtime.query;

import io.nocode.studio.schema.Act;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts that statements which write rows have in common, be it one row or many. */
final class WriteSql {
    /** The name of the table in every statement. */
    static final String T = "t";

    private WriteSql() {}

    /** Adds the call that ends a statement whose row does not pass the check. */
    static Rendering permitted(Rendering out, Condition check) {
        if (check != Condition.ANYTHING) {
            check.render(out.add(", nocode.permit("), T);
            out.add(")");
        }
        return out;
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

    static Rendering and(Rendering out, Condition where) {
        if (where != Condition.ANYTHING) {
            out.add(" and ");
            where.render(out, T);
        }
        return out;
    }

    private static Condition leaf(String text) {
        return new Condition.Leaf(Condition.HERE + "." + text, List.of());
    }

    static List<Column> set(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::column).toList();
    }

    static String shape(List<Assignment> assignments) {
        StringBuilder shape = new StringBuilder();
        for (Assignment one : assignments) {
            shape.append(one.column().position()).append("vdm".charAt(one.kind().ordinal()));
        }
        return shape.toString();
    }

    static void addValues(List<Assignment> assignments, List<@Nullable Object> values) {
        for (Assignment one : assignments) {
            if (one.hasValue()) {
                values.add(one.value());
            }
        }
    }
}
