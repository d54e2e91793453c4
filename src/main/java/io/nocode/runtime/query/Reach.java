package io.nocode.runtime.query;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.CreateLinks;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one table's rows lead to another's: by a relation of either, from either of its ends.
 *
 * @param target where it leads
 * @param here the column at this end, quoted
 * @param there the column at the other end, quoted
 * @param links the table of pairs between the two; null where one of them points to the other
 * @param many whether it leads to several rows
 * @param field the relation
 * @param own whether the relation is a field of the table that it leads away from
 */
record Reach(
        LiveTable target,
        String here,
        String there,
        @Nullable String links,
        boolean many,
        Field field,
        boolean own) {
    private static final String ID = Identifier.of("id").quoted();
    private static final String SOURCE = Identifier.of("source_id").quoted();
    private static final String TARGET = Identifier.of("target_id").quoted();

    /**
     * What leads away from a table by that name: a relation of its own, or what a relation to it calls it. Empty too
     * where the caller may not read it, and where the name means two things.
     */
    static Optional<Reach> named(LiveTable table, Permits permits, String name) {
        Optional<Field> own = table.schema().field(name);
        if (own.isPresent() || table.column(name) != null) {
            return own.filter(field -> field.type() instanceof RelationType)
                    .filter(field -> reads(permits, table, field))
                    .flatMap(field -> forward(table, field))
                    .filter(reach ->
                            permits.reads(reach.target(), reach.target().id()));
        }
        List<Reach> found = new ArrayList<>();
        for (LiveTable other : table.neighbours().values()) {
            for (Field field : other.schema().relations()) {
                RelationType relation = (RelationType) field.type();
                if (relation.target().equals(table.name())
                        && reverse(other, relation).equals(name)
                        && reads(permits, other, field)
                        && permits.reads(other, other.id())) {
                    found.add(backward(other, field, relation));
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What a filter may go through: like {@link #named}, but to one row also where its id may not be read. */
    static Optional<Reach> ofFilter(LiveTable table, Permits permits, String name) {
        return ofSort(table, permits, name).or(() -> named(table, permits, name));
    }

    /** What a row may be sorted through: a relation of its own that leads to one row. */
    static Optional<Reach> ofSort(LiveTable table, Permits permits, String name) {
        return Path.column(table, permits, name)
                .flatMap(column -> Optional.ofNullable(column.field()))
                .filter(field -> field.type() instanceof RelationType)
                .flatMap(field -> forward(table, field));
    }

    /** The name that leads this way: the field's own, or what the relation calls its way back. */
    String name() {
        RelationType relation = (RelationType) field.type();
        return own ? field.name() : reverse(target, relation);
    }

    /** The same relation away from the same table as it is now; empty where it is gone. */
    Optional<Reach> in(LiveTable now) {
        return own
                ? relation(now).flatMap(same -> forward(now, same))
                : now.neighbours().values().stream()
                        .flatMap(other ->
                                relation(other).map(same -> backward(other, same, (RelationType) same.type())).stream())
                        .findFirst();
    }

    private Optional<Field> relation(LiveTable table) {
        return table.schema().field(field.id()).filter(same -> same.type() instanceof RelationType);
    }

    private static String reverse(LiveTable other, RelationType relation) {
        return relation.reverseName().isEmpty() ? other.name() : relation.reverseName();
    }

    private static Optional<Reach> forward(LiveTable table, Field field) {
        RelationType relation = (RelationType) field.type();
        return Optional.ofNullable(table.neighbours().get(relation.target()))
                .map(target -> relation.isManyToMany()
                        ? new Reach(target, SOURCE, TARGET, table.beside(CreateLinks.table(field)), true, field, true)
                        : new Reach(target, field.column().quoted(), ID, null, false, field, true));
    }

    private static Reach backward(LiveTable other, Field field, RelationType relation) {
        return relation.isManyToMany()
                ? new Reach(other, TARGET, SOURCE, other.beside(CreateLinks.table(field)), true, field, false)
                : new Reach(
                        other,
                        ID,
                        field.column().quoted(),
                        null,
                        relation.kind() != RelationType.Kind.ONE_TO_ONE,
                        field,
                        false);
    }

    private static boolean reads(Permits permits, LiveTable table, Field field) {
        Column column = Column.of(field, -1);
        // Pairs have no row of their own in which a relation could be hidden: it shows in all rows or in none.
        return permits.reads(table, column)
                && (field.type().isStored() || permits.shown(table, column) == Condition.ANYTHING);
    }

    /** Adds what the text of {@link #render} depends on. */
    void shape(StringBuilder into) {
        into.append(target.name()).append(here).append(there).append(links == null ? "" : links);
    }

    /**
     * Writes where the rows come from that a row of the table of that alias leads to, up to the first condition.
     *
     * @param seen the target as the caller sees it
     */
    void render(Rendering out, Source seen, String alias, String other) {
        if (links == null) {
            seen.render(out, other);
            out.add(" where ")
                    .add(other)
                    .add(".")
                    .add(there)
                    .add(" = ")
                    .add(alias)
                    .add(".")
                    .add(here);
        } else {
            String pair = out.alias();
            out.add(links).add(" ").add(pair).add(" join ");
            seen.render(out, other);
            out.add(" on ")
                    .add(other)
                    .add(".")
                    .add(ID)
                    .add(" = ")
                    .add(pair)
                    .add(".")
                    .add(there);
            out.add(" where ")
                    .add(pair)
                    .add(".")
                    .add(here)
                    .add(" = ")
                    .add(alias)
                    .add(".")
                    .add(ID);
        }
    }
}
