package io.nocode.runtime.query;

import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Act;
import io.nocode.studio.schema.CreateLinks;
import io.nocode.studio.schema.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A relation of many to many, from one of its ends: the statements about the links of one row. */
public final class Links {
    private static final String ALIAS = "_l";

    private final Reach reach;
    private final String pairs;
    private final Permits permits;
    private final boolean settable;

    private Links(Reach reach, String pairs, Permits permits, boolean settable) {
        this.reach = reach;
        this.pairs = pairs;
        this.permits = permits;
        this.settable = settable;
    }

    /** The relation of that name, of the table's own or as it calls another's; empty where the caller sees none. */
    public static Optional<Links> named(LiveTable table, Permits permits, String name) {
        return Reach.named(table, permits, name)
                .filter(reach -> reach.links() != null)
                .map(reach -> new Links(
                        reach,
                        Objects.requireNonNull(reach.links()),
                        permits,
                        isSettable(table, permits, name, reach)));
    }

    /**
     * Whether the caller may set it. Links belong to the table that has the field: from the other end they may be set
     * by who may do so in all of its rows.
     */
    public boolean isSettable() {
        return settable;
    }

    private static boolean isSettable(LiveTable table, Permits permits, String name, Reach reach) {
        Optional<Field> own = table.schema().field(name);
        if (own.isPresent()) {
            return permits.sets(table, Act.UPDATE, Column.of(own.get(), -1));
        }
        LiveTable other = reach.target();
        return permits.may(other, Act.UPDATE)
                && other.schema().relations().stream()
                        .filter(field -> Objects.equals(reach.links(), other.beside(CreateLinks.table(field))))
                        .map(field -> Column.of(field, -1))
                        .allMatch(column -> permits.touches(other, Act.UPDATE, List.of(column)) == Condition.ANYTHING);
    }

    /** The table at the other end. */
    public LiveTable target() {
        return reach.target();
    }

    /** The rows that a row is linked to. */
    public Condition of(UUID row) {
        return new Condition.Leaf(
                "exists (select 1 from " + pairs + " " + ALIAS + " where " + ALIAS + "." + reach.there() + " = "
                        + Condition.HERE + ".\"id\" and " + ALIAS + "." + reach.here() + " = ?)",
                List.of(row));
    }

    /** Answers with those of the ids whose rows the caller may see. */
    public Sql seen(Collection<UUID> ids) {
        return among("select t.\"id\" from " + reach.target().quoted() + " t where ", List.of(), "t.\"id\"", ids);
    }

    /** Links rows that are not linked yet. */
    public Sql link(UUID row, Collection<UUID> ids) {
        return Sql.of(
                "insert into " + pairs + " (" + reach.here() + ", " + reach.there()
                        + ") select cast(? as uuid), u.id from unnest(cast(? as uuid[])) u (id) on conflict do nothing",
                row,
                ids);
    }

    /** Takes links away, but for those to rows that the caller may not see. */
    public Sql unlink(UUID row, Collection<UUID> ids) {
        return among(
                "delete from " + pairs + " " + ALIAS + " using "
                        + reach.target().quoted() + " t where t.\"id\" = " + ALIAS + "." + reach.there() + " and "
                        + ALIAS + "." + reach.here() + " = ? and ",
                List.of(row),
                ALIAS + "." + reach.there(),
                ids);
    }

    private Sql among(String head, List<Object> headValues, String id, Collection<UUID> ids) {
        Condition seen = permits.rows(reach.target());
        Rendering out = new Rendering().add(head).add(id).add(" = any (cast(? as uuid[]))");
        if (seen != Condition.ANYTHING) {
            out.add(" and ");
            seen.render(out, Plan.T);
        }
        List<@Nullable Object> values = new ArrayList<>(headValues);
        values.add(ids);
        seen.values(values);
        return Sql.of(out.toString(), values.toArray());
    }
}
