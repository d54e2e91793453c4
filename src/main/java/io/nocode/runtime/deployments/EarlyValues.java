package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.Field;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the values of large tables back before a deployment goes live, while others read and write these tables: piece
 * by piece along the ids of the copy. Safe to repeat, since it writes only what is missing; so a job that is resumed
 * goes through what is there already quickly. Going live has only names to change.
 */
@ApplicationScoped
class EarlyValues {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    private EarlyColumns columns;

    @Inject
    private EarlyPieces pieces;

    @Inject
    private LiveVersions live;

    @Inject
    private DeploymentRuns runs;

    /** Brings them, with no transaction open, and tells of each field how many came back and how many did not. */
    ArrayNode bring(Deployment deployment, Plan plan) {
        ArrayNode told = Json.array();
        byCopy(Patience.with(() -> columns.make(deployment.id())).stream())
                .forEach(returns -> fill(deployment.id(), plan, returns, told));
        return told;
    }

    /**
     * Writes what is missing, within the transaction that goes live, while nobody else writes: values of rows that were
     * gone when their piece was written, and that somebody has brought back.
     */
    void catchUp(Deployment deployment, Plan plan) {
        live.earlyFrom(deployment.projectId(), deployment.environment())
                .ifPresent(moment -> byCopy(plan.returns().stream().filter(plan::isEarly))
                        .forEach(returns -> pieces.writeLate(values(plan, returns), moment)));
    }

    private static Collection<List<Return>> byCopy(Stream<Return> returns) {
        return returns.collect(Collectors.groupingBy(Return::copy, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static EarlyPieces.Values values(Plan plan, List<Return> returns) {
        Return any = returns.get(0);
        return new EarlyPieces.Values(
                plan.pgSchema() + "." + plan.nameNow(any.table()),
                any.copy(),
                returns.stream()
                        .map(back -> {
                            var field = Objects.requireNonNull(back.field());
                            return new EarlyPieces.Pair(EarlyFields.column(field), back.source(field), initial(field));
                        })
                        .toList());
    }

    private static String initial(Field field) {
        return field.hasDefault() ? field.type().defaultSql(field.defaultValue()) : "null";
    }

    private void fill(UUID deployment, Plan plan, List<Return> returns, ArrayNode told) {
        Return any = returns.get(0);
        EarlyPieces.Values values = values(plan, returns);
        pieces.index(any.copy(), any.index());
        UUID after = BEFORE_ALL;
        for (Optional<UUID> through = pieces.through(any.copy(), after);
                through.isPresent();
                through = pieces.through(any.copy(), after)) {
            if (runs.isOver(deployment)) {
                throw DeploymentProblem.NOT_CANCELLABLE.because();
            }
            write(values, after);
            after = through.get();
        }
        for (Return back : returns) {
            var field = Objects.requireNonNull(back.field());
            EarlyPieces.Told count = pieces.count(values, back.source(field));
            told.addObject()
                    .put("table", back.table().name())
                    .put("field", field.name())
                    .put("restored", count.here())
                    .put("left_in_backup", count.copied() - count.here());
        }
    }

    private void write(EarlyPieces.Values values, UUID after) {
        pieces.write(values, after);
        pieces.left(values, after).forEach(row -> pieces.writeOne(values, row));
    }
}
