package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps that what holds for tables as a whole needs. */
final class OptionSteps {
    private OptionSteps() {}

    /** For a table that is new. */
    static void settle(TableSchema table, List<Ddl> steps) {
        if (table.options().softDelete()) {
            table.fields().stream()
                    .filter(field -> field.isUnique() && field.type().isStored())
                    .forEach(field -> steps.add(AddConstraint.unique(table, field)));
            follow(table, steps);
        }
        if (table.options().revisions()) {
            steps.add(new CreateRevisions(table));
            keep(table, steps);
        }
    }

    /** For a table that stays. */
    static void change(TableSchema old, TableSchema wanted, List<Ddl> steps) {
        if (wanted.options().softDelete() && !old.options().softDelete()) {
            steps.add(new SoftDelete(wanted.table()));
            follow(wanted, steps);
        }
        if (old.options().softDelete() && !wanted.options().softDelete()) {
            steps.add(new PurgeDeleted(old.table()));
            for (FollowDeletion.Moment moment : FollowDeletion.Moment.values()) {
                steps.add(new DropTrigger(old.table(), moment.trigger(old)));
            }
            steps.add(new DropColumn(Ddl.Phase.DROP, old.table(), SoftDelete.COLUMN, false));
        }
        revisions(old, wanted, steps);
    }

    private static void follow(TableSchema table, List<Ddl> steps) {
        steps.add(CreateIndex.ofDeleted(table));
        for (FollowDeletion.Moment moment : FollowDeletion.Moment.values()) {
            steps.add(new FollowDeletion(table, moment));
        }
    }

    private static void revisions(TableSchema old, TableSchema wanted, List<Ddl> steps) {
        boolean were = old.options().revisions();
        boolean are = wanted.options().revisions();
        boolean others = were != are || !KeepRevisions.names(old).equals(KeepRevisions.names(wanted));
        if (were && others) {
            for (KeepRevisions.Event event : KeepRevisions.Event.values()) {
                steps.add(new DropTrigger(old.table(), event.trigger(old)));
            }
        }
        if (were && !are) {
            steps.add(new DropRevisions(old));
        }
        if (are && !were) {
            steps.add(new CreateRevisions(wanted));
        }
        if (are && others) {
            keep(wanted, steps);
        }
    }

    private static void keep(TableSchema table, List<Ddl> steps) {
        for (KeepRevisions.Event event : KeepRevisions.Event.values()) {
            steps.add(new KeepRevisions(table, event));
        }
    }

    /** Relations are held to rows that are there where they lead to a table with soft deletion, and else let go. */
    static void hold(Collection<TableSchema> before, Collection<TableSchema> after, List<Ddl> steps) {
        Map<UUID, HoldPresent> were = held(before);
        Map<UUID, HoldPresent> are = held(after);
        Map<UUID, TableSchema> kept = after.stream().collect(Collectors.toMap(TableSchema::id, Function.identity()));
        for (TableSchema table : before) {
            for (Field field : table.relations()) {
                HoldPresent was = were.get(field.id());
                if (was != null && kept.containsKey(table.id()) && !isSame(was, are.get(field.id()))) {
                    // Before its column or its table goes.
                    steps.add(0, new DropTrigger(was.table(), HoldPresent.trigger(field)));
                }
            }
        }
        are.forEach((field, is) -> {
            if (!isSame(is, were.get(field))) {
                steps.add(is);
            }
        });
    }

    /** Whether both are held in a column, or both in a table of links. */
    private static boolean isSame(HoldPresent one, @Nullable HoldPresent other) {
        return other != null
                && one.field().links().isPresent() == other.field().links().isPresent();
    }

    private static Map<UUID, HoldPresent> held(Collection<TableSchema> tables) {
        Map<String, TableSchema> byName =
                tables.stream().collect(Collectors.toMap(TableSchema::name, Function.identity()));
        Map<UUID, HoldPresent> held = new LinkedHashMap<>();
        for (TableSchema table : tables) {
            for (Field field : table.relations()) {
                TableSchema target = byName.get(((RelationType) field.type()).target());
                if (target != null && target.options().softDelete()) {
                    held.put(
                            field.id(),
                            field.links().isPresent()
                                    ? new HoldPresent(CreateLinks.table(field), Identifier.of("target_id"), field)
                                    : new HoldPresent(table.table(), field.column(), field));
                }
            }
        }
        return held;
    }
}
