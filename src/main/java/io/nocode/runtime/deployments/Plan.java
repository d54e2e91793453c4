package io.nocode.runtime.deployments;

import io.nocode.shared.sql.Identifier;
import io.nocode.studio.schema.CreateLinks;
import io.nocode.studio.schema.CreateRevisions;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.DropLinks;
import io.nocode.studio.schema.DropRevisions;
import io.nocode.studio.schema.DropTable;
import io.nocode.studio.schema.PurgeDeleted;
import io.nocode.studio.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way from what an environment holds to a version: what the job does, and what is shown before.
 *
 * @param standing the tables as they stand in PostgreSQL: those that are live, with what came early
 * @param steps the statements, in their order
 * @param content what changes beside tables
 * @param returns the data that comes back with fields and tables that have been there before
 */
record Plan(
        Identifier pgSchema,
        List<TableSchema> now,
        List<TableSchema> standing,
        List<TableSchema> wanted,
        List<Ddl> steps,
        List<PlanStep> content,
        List<Return> returns,
        List<Drift> drift) {
    /** What would be lost; to be counted. */
    List<Ddl.Loss> losses() {
        return steps.stream().flatMap(step -> step.loss(pgSchema).stream()).toList();
    }

    /** What to copy before it goes: whole tables, single columns, links. */
    List<Copy> copies() {
        Stream<Copy> links = steps.stream()
                .filter(step -> step instanceof DropLinks && step.phase() == Ddl.Phase.LOOSEN)
                .map(step -> (DropLinks) step)
                .map(step -> new Copy(
                        CreateLinks.table(step.field()),
                        table(step.table().name()),
                        List.of(),
                        List.of(Identifier.of("source_id"), Identifier.of("target_id"))));
        Stream<Copy> histories = steps.stream()
                .filter(DropRevisions.class::isInstance)
                .map(step -> ((DropRevisions) step).owner())
                .map(owner -> new Copy(
                        CreateRevisions.table(owner),
                        owner,
                        List.of(),
                        List.of(Identifier.of("row_id"), Identifier.of("number"))));
        Stream<Copy> rows = losses().stream()
                .filter(loss -> steps.stream().noneMatch(step -> isOfLinks(step, loss)))
                .filter(loss -> !loss.field().equals(DropRevisions.LOST))
                .collect(Collectors.groupingBy(Ddl.Loss::table, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Copy(
                        Identifier.of(entry.getKey()),
                        table(entry.getKey()),
                        entry.getValue().stream()
                                        .anyMatch(loss -> loss.field().isEmpty()
                                                || loss.field().equals(PurgeDeleted.LOST))
                                ? List.of()
                                : entry.getValue().stream()
                                        .map(loss -> Identifier.of(loss.field()))
                                        .toList(),
                        List.of(Identifier.of("id"))));
        return Stream.of(rows, links, histories).flatMap(Function.identity()).toList();
    }

    private static boolean isOfLinks(Ddl step, Ddl.Loss loss) {
        return step instanceof DropLinks links
                && links.table().name().equals(loss.table())
                && links.field().name().equals(loss.field());
    }

    private TableSchema table(String name) {
        return now.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The name that a table has as long as the present version is live. */
    Identifier nameNow(TableSchema wantedTable) {
        return now.stream()
                .filter(table -> table.id().equals(wantedTable.id()))
                .findFirst()
                .orElseThrow()
                .table();
    }

    /** What was changed by hand and stands against going on. */
    List<Drift> obstacles() {
        Set<String> changed = steps.stream().map(Ddl::about).collect(Collectors.toSet());
        Set<String> dropped = steps.stream()
                .filter(DropTable.class::isInstance)
                .map(Ddl::about)
                .collect(Collectors.toSet());
        return drift.stream()
                .filter(each -> each.standsAgainst(changed.contains(each.table()), dropped.contains(each.table())))
                .toList();
    }

    /** The tables as they are wanted, but that a field which comes back may be empty until it has come. */
    List<TableSchema> beforeReturns() {
        Set<UUID> coming = returns.stream()
                .filter(back -> back.field() != null)
                .map(back -> back.field().id())
                .collect(Collectors.toSet());
        return wanted.stream()
                .map(table -> table.withFields(table.fields().stream()
                        .map(field -> coming.contains(field.id()) && !field.hasDefault() ? field.optional() : field)
                        .toList()))
                .toList();
    }

    /** Whether what comes back stands there already, but for its name. */
    boolean isEarly(Return back) {
        return back.field() != null
                && EarlyFields.isOne(back, now)
                && standing.stream()
                        .anyMatch(table -> table.id().equals(back.table().id())
                                && table.field(back.field().id()).isPresent());
    }

    /** Whether many rows are to be written while others wait. */
    boolean writesMany() {
        return returns.stream().anyMatch(back -> back.rows() >= EarlyFields.MANY && !isEarly(back));
    }

    TableChange change() {
        return new TableChange(pgSchema, standing, wanted, steps);
    }

    /** Whether a statement makes others wait while it reads or writes rows. */
    boolean blocks() {
        return steps.stream().anyMatch(step -> step.effect() == Ddl.Effect.BLOCKING);
    }

    /**
     * Data to copy before it goes.
     *
     * @param table the table in the environment
     * @param owner the table as designed that it is, or that its links belong to
     * @param columns empty for all there are
     * @param key by which its rows are found
     */
    record Copy(Identifier table, TableSchema owner, List<Identifier> columns, List<Identifier> key) {
        /** What is selected of the table. */
        String selected() {
            return columns.isEmpty()
                    ? "*"
                    : Stream.concat(key.stream(), columns.stream())
                            .map(Identifier::quoted)
                            .collect(Collectors.joining(", "));
        }

        String keys() {
            return key.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
        }

        /** The condition under which rows of two are the same. */
        String sameKey(String one, String other) {
            return key.stream()
                    .map(column -> one + "." + column + " = " + other + "." + column)
                    .collect(Collectors.joining(" and "));
        }
    }
}
