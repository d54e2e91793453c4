package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import java.util.Collection;
import java.util.List;

/** How many rows tables have. */
public final class TableFigures {
    private TableFigures() {}

    /**
     * A row for each table: {@code name}, {@code n}, {@code estimated}, {@code last} (when the newest row was made).
     *
     * @param estimated whether large tables are not counted, and the newest row not looked for
     */
    public static Sql sql(Collection<LiveTable> tables, boolean estimated) {
        List<Sql> each = tables.stream()
                .map(table -> Sql.of(
                        estimated
                                ? "select cast(? as text) as name, e.n, e.estimated, null::timestamptz as last from ("
                                        + Plan.estimate(table) + ") e"
                                : "select cast(? as text) as name, count(*) as n, false as estimated,"
                                        + " max(t.\"created_at\") as last from " + table.quoted() + " t",
                        table.name()))
                .toList();
        return Sql.join(" union all ", each);
    }
}
