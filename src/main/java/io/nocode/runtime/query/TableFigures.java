package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many rows tables have. */
public final class TableFigures {
    private TableFigures() {}

    /**
     * A row for each table: {@code name}, {@code n}, {@code estimated}, {@code last} (when the newest row was made).
     *
     * @param permits what the caller may see; other rows are not counted
     * @param estimated whether large tables are not counted, and the newest row not looked for
     */
    public static Sql sql(Collection<LiveTable> tables, Permits permits, boolean estimated) {
        List<Sql> each = tables.stream()
                .map(table -> permits.isWhole(table) ? whole(table, estimated) : seen(table, permits))
                .toList();
        return Sql.join(" union all ", each);
    }

    private static Sql seen(LiveTable table, Permits permits) {
        Source seen = Source.of(table, permits);
        Column made = Objects.requireNonNull(table.column("created_at"));
        Rendering out = new Rendering().add("select cast(? as text) as name, count(*) as n, false as estimated, ");
        out.add(permits.reads(table, made) ? "max(t." + made.quoted() + ")" : "null::timestamptz");
        seen.render(out.add(" as last from "), Plan.T);
        Plan.renderWhere(out, seen.where());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(table.name());
        seen.values(values);
        seen.where().values(values);
        return Sql.of(out.toString(), values.toArray());
    }

    private static Sql whole(LiveTable table, boolean estimated) {
        return Sql.of(
                estimated
                        ? "select cast(? as text) as name, e.n, e.estimated, null::timestamptz as last from ("
                                + Plan.estimate(table) + ") e"
                        : "select cast(? as text) as name, count(*) as n, false as estimated,"
                                + " max(t.\"created_at\") as last from " + table.quoted() + " t",
                table.name());
    }
}
