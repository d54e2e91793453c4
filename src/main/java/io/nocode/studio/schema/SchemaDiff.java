package io.nocode.studio.schema;

import io.nocode.shared.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps from the tables that are to the tables that are wanted. Tables and fields are the same where their ids are,
 * whatever their names; so two of them can swap names and keep what they hold.
 */
public final class SchemaDiff {
    private final List<Ddl> steps = new ArrayList<>();
    private final Map<UUID, TableSchema> before;
    private final Map<UUID, TableSchema> after;
    private final Targets targetsBefore;
    private final Targets targetsAfter;

    private SchemaDiff(List<TableSchema> now, List<TableSchema> wanted) {
        this.before = byId(now);
        this.after = byId(wanted);
        this.targetsBefore = Targets.of(now);
        this.targetsAfter = Targets.of(wanted);
    }

    /** The steps for one table; null for none before or none afterwards. */
    public static List<Ddl> between(@Nullable TableSchema now, @Nullable TableSchema wanted) {
        return between(now == null ? List.of() : List.of(now), wanted == null ? List.of() : List.of(wanted));
    }

    /** The steps for several tables together, in the order in which they are to run. */
    public static List<Ddl> between(List<TableSchema> now, List<TableSchema> wanted) {
        SchemaDiff diff = new SchemaDiff(now, wanted);
        diff.tables();
        diff.steps.sort(Comparator.comparing(Ddl::phase));
        return List.copyOf(diff.steps);
    }

    private void tables() {
        before.values().stream().filter(old -> !after.containsKey(old.id())).forEach(this::drop);
        after.values().stream().filter(table -> !before.containsKey(table.id())).forEach(this::create);
        Renames names = new Renames();
        for (TableSchema table : after.values()) {
            TableSchema old = before.get(table.id());
            if (old != null && !(old.equals(table) && table.relations().isEmpty())) {
                names.add(table.id(), old.table(), table.table());
                new TableDiff(old, table, targetsBefore, targetsAfter, steps).run();
            }
        }
        names.each(
                Ddl.Phase.TABLE_AWAY,
                Ddl.Phase.TABLE_RENAME,
                (phase, from, to) -> steps.add(new RenameTable(phase, from, to)));
        OptionSteps.hold(before.values(), after.values(), steps);
    }

    private void drop(TableSchema table) {
        if (table.options().revisions()) {
            steps.add(new DropRevisions(table));
        }
        // Relations first: two tables that point to each other could not go otherwise.
        for (Field field : table.fields()) {
            field.pointer()
                    .ifPresent(relation -> steps.add(new DropConstraint(
                            table.table(), ConstraintNames.of(ConstraintNames.Kind.FK, field.id()))));
            field.links()
                    .ifPresent(relation -> steps.add(new DropLinks(Ddl.Phase.LOOSEN, table.table(), field, false)));
            if (field.type() instanceof FilesType) {
                steps.add(new DropFiles(table.table(), field));
            }
        }
        steps.add(new DropTable(table.table()));
    }

    private void create(TableSchema table) {
        steps.add(new CreateTable(table));
        table.fields().forEach(field -> FieldSteps.settle(table, field, steps));
        table.options().indexes().forEach(index -> steps.add(CreateIndex.of(table, index)));
        OptionSteps.settle(table, steps);
    }

    private static Map<UUID, TableSchema> byId(List<TableSchema> tables) {
        return tables.stream()
                .collect(Collectors.toMap(
                        TableSchema::id, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
    }

    /** What relations lead to, by the ids of tables, since names may change; by the name where the table is not known. */
    record Targets(Map<String, UUID> ids) {
        static Targets of(List<TableSchema> tables) {
            return new Targets(tables.stream().collect(Collectors.toMap(TableSchema::name, TableSchema::id)));
        }

        /** Equal for two relations that hold a column to the same. */
        String key(Field field) {
            if (!(field.type() instanceof RelationType relation)) {
                return "";
            }
            UUID id = ids.get(relation.target());
            return (id == null ? relation.target() : id) + " " + relation.onDelete();
        }
    }

    /** A name that must be free first goes by way of one that nobody can have chosen. */
    static final class Renames {
        interface Step {
            void rename(Ddl.Phase phase, Identifier from, Identifier to);
        }

        private record Pair(UUID id, Identifier from, Identifier to) {}

        private final List<Pair> pairs = new ArrayList<>();

        void add(UUID id, Identifier from, Identifier to) {
            pairs.add(new Pair(id, from, to));
        }

        void each(Ddl.Phase away, Ddl.Phase rename, Step step) {
            for (Pair pair : pairs) {
                if (pair.from.equals(pair.to)) {
                    continue;
                }
                boolean occupied = pairs.stream().anyMatch(other -> other != pair && other.from.equals(pair.to));
                boolean wanted = pairs.stream().anyMatch(other -> other != pair && other.to.equals(pair.from));
                if (occupied || wanted) {
                    Identifier between = Identifier.of("_" + pair.id.toString().replace("-", ""));
                    step.rename(away, pair.from, between);
                    step.rename(rename, between, pair.to);
                } else {
                    step.rename(rename, pair.from, pair.to);
                }
            }
        }
    }
}
