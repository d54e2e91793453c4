package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a plan step by step, with what each costs. */
@ApplicationScoped
class PlanSteps {
    /** Up to here rows are counted. */
    private static final long COUNTED = 50_000;

    @Inject
    private Database database;

    /** The steps, with the rows that each reads, writes or takes away. */
    List<PlanStep> of(Plan plan) {
        Costs costs = new Costs(plan);
        List<PlanStep> told = new ArrayList<>();
        for (Ddl step : plan.steps()) {
            String action = action(step);
            told.add(new PlanStep(
                    action,
                    kind(action),
                    named(step.about()),
                    named(step.part()),
                    step.sql(plan.pgSchema()),
                    step.lock(),
                    step.effect() == Ddl.Effect.SAFE ? 0 : costs.rows(step),
                    step.effect().name().toLowerCase(Locale.ROOT)));
        }
        told.addAll(plan.content());
        return told;
    }

    private static @Nullable String named(String name) {
        return name.isEmpty() ? null : name;
    }

    /** The class's name as the API writes it. */
    static String action(Ddl step) {
        return step.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static String kind(String action) {
        return switch (action) {
            case "create_table", "drop_table", "rename_table" -> "table";
            case "create_index", "drop_index" -> "index";
            case "create_links", "drop_links", "aim_links", "move_links" -> "relation";
            case "add_constraint",
                    "drop_constraint",
                    "hold_member",
                    "release_member",
                    "hold_files",
                    "release_files",
                    "drop_files" -> "constraint";
            default -> "column";
        };
    }

    /** How many rows the tables have now, whatever they are called in between. */
    private final class Costs {
        private final Identifier pgSchema;
        private final Map<String, UUID> before;
        private final Map<String, UUID> after;
        private final Map<UUID, String> names;
        private final Map<String, Long> known = new HashMap<>();

        Costs(Plan plan) {
            this.pgSchema = plan.pgSchema();
            this.before = ids(plan.now());
            this.after = ids(plan.wanted());
            this.names = plan.now().stream().collect(Collectors.toMap(TableSchema::id, TableSchema::name));
        }

        long rows(Ddl step) {
            boolean early = step.phase().compareTo(Ddl.Phase.TABLE_RENAME) < 0;
            UUID id = (early ? before : after).get(step.about());
            String name = id == null ? null : names.get(id);
            return name == null ? 0 : known.computeIfAbsent(name, this::count);
        }

        private long count(String table) {
            String name = pgSchema + "." + Identifier.of(table);
            Optional<Long> estimate = database.first(
                    Sql.of("select reltuples::bigint as n from pg_class where oid = to_regclass(?)", name),
                    row -> row.number("n"));
            if (estimate.isEmpty() || estimate.get() > COUNTED) {
                return estimate.orElse(0L);
            }
            return database.first(Sql.of("select count(*) as n from " + name), row -> row.number("n"))
                    .orElse(0L);
        }

        private static Map<String, UUID> ids(List<TableSchema> tables) {
            return tables.stream().collect(Collectors.toMap(TableSchema::name, TableSchema::id));
        }
    }
}
