package io.nocode.runtime.query;

import io.nocode.shared.csv.CsvLine;
import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All the rows of a plan, without pages: in the form of a page's rows, or with each value as a cell of CSV. */
public record WholeList(Plan plan) {
    /** As {@link CsvLine#neutral}, for text that begins with an apostrophe. */
    private static final String APOSTROPHES = "'^''+[=+@\\t\\r-]'";

    private static final String ISO_MOMENT = "replace(cast(%s at time zone 'UTC' as text), ' ', 'T') || 'Z'";

    /** Each row with a number that is null, the id, the columns, and the expansions. */
    public Sql rows() {
        String text = plan.table().text(shape("whole "), () -> {
            Rendering out = new Rendering().add("select null::bigint as n, ");
            plan.renderColumns(out);
            return rest(out);
        });
        List<@Nullable Object> values = new ArrayList<>();
        plan.columnValues(values);
        return Sql.of(text, restValues(values));
    }

    /**
     * Each row with nothing but the columns, as text or what COPY writes in the same way as the list has it. What a
     * spreadsheet would run gets an apostrophe before it; text that begins like such a one gets one, too, so that none
     * is lost when the file comes back.
     */
    public Sql cells() {
        String text = plan.table().text(shape("cells "), () -> {
            Rendering out = new Rendering().add("select ");
            String separator = "";
            for (Column column : plan.columns()) {
                out.add(separator).add(cell(column));
                separator = ", ";
            }
            return rest(out);
        });
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : plan.columns()) {
            if (!column.prefix().isEmpty()) {
                values.add(CsvLine.neutral(column.prefix()));
            }
        }
        return Sql.of(text, restValues(values));
    }

    /** How many rows there are, or one more than {@code most} where there are more. */
    public Sql countTo(long most) {
        String text = plan.table().text(shape("many "), () -> {
            Rendering out = new Rendering().add("select count(*) as n from (select 1 from ");
            plan.seen().render(out, Plan.T);
            Plan.renderWhere(out, plan.where());
            return out.add(" limit ?) x").toString();
        });
        List<@Nullable Object> values = new ArrayList<>();
        plan.seen().values(values);
        plan.where().values(values);
        values.add(most + 1);
        return Sql.of(text, values.toArray());
    }

    private String rest(Rendering out) {
        out.add(" from ");
        plan.seen().render(out, Plan.T);
        Plan.renderWhere(out, plan.where());
        out.add(" order by ");
        plan.renderOrder(out);
        return out.toString();
    }

    private Object[] restValues(List<@Nullable Object> values) {
        plan.seen().values(values);
        plan.where().values(values);
        plan.order().forEach(one -> one.values(values));
        return values.toArray();
    }

    private String shape(String kind) {
        StringBuilder shape = new StringBuilder(kind);
        plan.columns().forEach(column -> shape.append(column.position()).append(','));
        plan.expansions().forEach(one -> one.shape(shape));
        plan.seen().shape(shape);
        plan.where().shape(shape.append('?'));
        shape.append('#');
        plan.order().forEach(one -> one.shape(shape));
        return shape.toString();
    }

    private static String cell(Column column) {
        String name = "t." + column.quoted();
        if (!column.prefix().isEmpty()) {
            return "cast(? as text) || " + name;
        }
        return switch (column.wire()) {
            case TEXT -> harmless(name);
            case TEXT_ARRAY ->
                harmless("case when position('|' in array_to_string(" + name + ", '')) > 0 then cast(to_json(" + name
                        + ") as text) else array_to_string(" + name + ", '|') end");
            case BOOLEAN -> "cast(" + name + " as text)";
            case TIMESTAMP -> ISO_MOMENT.formatted(name);
            case INTEGER, BIGINT, DECIMAL, FLOAT, DATE, TIME, JSON, UUID -> name;
        };
    }

    private static String harmless(String text) {
        String first = "ascii(" + text + ")";
        // All but very few texts begin with a letter, which one comparison of bytes tells.
        return "case when " + text + " collate \"C\" >= 'A' then " + text + " when " + first
                + " in (9, 13, 43, 45, 61, 64) or " + first + " = 39 and " + text + " ~ " + APOSTROPHES
                + " then '''' || " + text + " else " + text + " end";
    }
}
