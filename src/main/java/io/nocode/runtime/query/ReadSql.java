package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that read rows by their ids, as far as the caller sees them. */
public final class ReadSql {
    private final LiveTable table;
    private final Source seen;

    public ReadSql(LiveTable table, Permits permits) {
        this.table = table;
        this.seen = Source.of(table, permits);
    }

    /** A row, with its version, its id, and these columns but the id. */
    public Sql find(UUID id, List<Column> columns) {
        Condition where = seen.where();
        StringBuilder shape = new StringBuilder("find ").append(shape(table, columns));
        seen.shape(shape);
        where.shape(shape);
        String text = table.text(shape.toString(), () -> {
            Rendering out = new Rendering().add("select t.").add(seen.version());
            out.add(", ").add(Columns.names(columns)).add(" from ");
            seen.render(out, WriteSql.T);
            out.add(" where t.\"id\" = ?");
            return WriteSql.and(out, where).toString();
        });
        return Sql.of(text, values(id).toArray());
    }

    /** Of several rows those that are seen, each with its version and its id. */
    public Sql all(Collection<UUID> ids) {
        Rendering out = new Rendering().add("select t.").add(seen.version()).add(" as version, t.\"id\" from ");
        seen.render(out, WriteSql.T);
        return among(out.add(" where"), ids);
    }

    /** Of several rows those of which a relation is seen, each with its id and what that {@code points_to}. */
    public Sql pointing(Column relation, Collection<UUID> ids) {
        Rendering out = new Rendering()
                .add("select t.\"id\", t.")
                .add(relation.quoted())
                .add(" as points_to from ");
        seen.render(out, WriteSql.T);
        return among(out.add(" where t.").add(relation.quoted()).add(" is not null and"), ids);
    }

    private Sql among(Rendering out, Collection<UUID> ids) {
        WriteSql.and(out.add(" t.\"id\" = any (cast(? as uuid[]))"), seen.where());
        return Sql.of(out.toString(), values(ids).toArray());
    }

    private List<@Nullable Object> values(Object which) {
        List<@Nullable Object> values = new ArrayList<>();
        seen.values(values);
        values.add(which);
        seen.where().values(values);
        return values;
    }

    /** What texts of statements that answer with columns are remembered by. */
    static String shape(LiveTable table, List<Column> columns) {
        return columns.equals(table.columns())
                ? "*"
                : columns.stream()
                        .map(column -> String.valueOf(column.position()))
                        .collect(Collectors.joining(","));
    }
}
