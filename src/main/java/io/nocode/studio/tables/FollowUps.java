package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.AddConstraint;
import io.nocode.studio.schema.CreateIndex;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a change leaves to be done after its transaction, because large tables would be locked for too long in it. */
@ApplicationScoped
class FollowUps {
    /** From how many rows on a table is large, by PostgreSQL's own estimate. */
    private static final int LARGE = 50_000;

    /** Changes come in bursts; each would have to wait for the reading that the one before has begun. */
    private static final Duration AFTER_A_BURST = Duration.ofSeconds(5);

    @Inject
    private Database database;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Whether a step waits for the end of the transaction. */
    static boolean isLater(Ddl step) {
        return step instanceof CreateIndex index && index.concurrent();
    }

    /** The steps with indexes of large tables built beside those who use them. */
    List<Ddl> besides(Identifier pgSchema, List<TableSchema> now, List<TableSchema> wanted, List<Ddl> steps) {
        if (steps.stream().noneMatch(step -> step instanceof CreateIndex index && !index.unique())) {
            return steps;
        }
        Set<String> large = new HashSet<>(database.list(
                Sql.of(
                        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = ? and c.relkind = 'r' and c.reltuples >= " + LARGE,
                        pgSchema.name()),
                row -> row.text("relname")));
        Set<Object> ids = now.stream()
                .filter(table -> large.contains(table.name()))
                .map(TableSchema::id)
                .collect(Collectors.toSet());
        Set<Identifier> names = wanted.stream()
                .filter(table -> ids.contains(table.id()))
                .map(TableSchema::table)
                .collect(Collectors.toSet());
        return steps.stream()
                .map(step -> step instanceof CreateIndex index && !index.unique() && names.contains(index.table())
                        ? index.beside()
                        : step)
                .toList();
    }

    /** Asks for what is left: indexes that are not there yet, and constraints whose rows have not been read. */
    void of(Identifier pgSchema, List<TableSchema> wanted, List<Ddl> steps) {
        if (steps.stream().anyMatch(AddConstraint.class::isInstance)) {
            validate(pgSchema);
        }
        if (steps.stream().anyMatch(FollowUps::isLater)) {
            ArrayNode tables = Json.array();
            Set<Identifier> names = steps.stream()
                    .filter(FollowUps::isLater)
                    .map(step -> ((CreateIndex) step).table())
                    .collect(Collectors.toSet());
            wanted.stream()
                    .filter(table -> names.contains(table.table()))
                    .forEach(table -> tables.add(TableSchemaJson.write(table)));
            outbox.put(
                    IndexBuilds.KIND,
                    Json.object().put("pg_schema", pgSchema.name()).set("tables", tables));
        }
    }

    /** Has PostgreSQL read the rows of small tables for constraints that are known to hold; of large ones, later. */
    private void validate(Identifier pgSchema) {
        List<Unread> unread = unread(pgSchema);
        database.execute(unread.stream()
                .filter(one -> !one.large)
                .map(one -> one.validation(pgSchema))
                .toList());
        if (unread.stream().anyMatch(Unread::large)) {
            outbox.put(
                    Validations.KIND,
                    Json.object().put("pg_schema", pgSchema.name()),
                    null,
                    clock.instant().plus(AFTER_A_BURST));
        }
    }

    /** The constraints whose rows have not been read. */
    List<Unread> unread(Identifier pgSchema) {
        return database.list(
                Sql.of(
                        "select c.relname, k.conname, c.reltuples >= " + LARGE + " as large from pg_constraint k"
                                + " join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = ? and not k.convalidated",
                        pgSchema.name()),
                row -> new Unread(row.text("relname"), row.text("conname"), row.flag("large")));
    }

    /** A constraint whose rows have not been read. */
    record Unread(String table, String name, boolean large) {
        String validation(Identifier pgSchema) {
            return "alter table " + pgSchema + "." + Identifier.of(table) + " validate constraint "
                    + Identifier.of(name);
        }
    }
}
