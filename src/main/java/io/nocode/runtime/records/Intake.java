package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.query.RowSql;
import io.nocode.shared.json.Json;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes in any number of rows, piece by piece, with the checks and the refusals of a bulk request that is not atomic:
 * what can be is kept, whatever is wrong with its neighbours.
 */
@ApplicationScoped
public class Intake {
    /** A piece of so many rows in which one is refused is tried in parts; below this each row for itself. */
    private static final int FEW = 20;

    private static final int PARTS = 8;

    /** Where in a request a fault is: of no meaning to who brought a file. */
    private static final Pattern PLACE = Pattern.compile("records\\[[0-9]+](\\.|: )");

    @Inject
    private Batches batches;

    @Inject
    private PointedRows pointed;

    @Inject
    private Clock clock;

    /** What is to become of rows: new ones, or, where one has the same values in these unique fields, that one changed. */
    public record Manner(boolean upsert, @Nullable JsonNode onConflict) {}

    /** A transaction that takes pieces. */
    public final class Pieces {
        private final Batches.Steps steps;

        private Pieces(Batches.Steps steps) {
            this.steps = steps;
        }

        /** Takes a piece; tells of each row, in their order, why it was refused, or null. */
        public List<@Nullable String> take(OpenTable open, Manner manner, List<ObjectNode> rows) {
            List<@Nullable String> refused = new ArrayList<>(rows.size());
            attempt(open, manner, rows, refused);
            return refused;
        }

        /** Notes something in the same transaction; how many rows of the platform's own it touched. */
        public int note(Sql sql) {
            return steps.update(sql);
        }

        private void attempt(OpenTable open, Manner manner, List<ObjectNode> rows, List<@Nullable String> refused) {
            if (rows.isEmpty()) {
                return;
            }
            BulkPlan plan = plan(open, manner, rows);
            Optional<List<Touched>> touched = together(plan);
            if (touched.isPresent()) {
                tell(plan.answer(touched.get(), Set.of()), refused);
                return;
            }
            if (rows.size() <= FEW) {
                tell(plan.answer(steps.each(plan.statements()), Set.of()), refused);
                return;
            }
            int size = (rows.size() + PARTS - 1) / PARTS;
            for (int from = 0; from < rows.size(); from += size) {
                attempt(open, manner, rows.subList(from, Math.min(rows.size(), from + size)), refused);
            }
        }

        private Optional<List<Touched>> together(BulkPlan plan) {
            try {
                return steps.together(plan.sets());
            } catch (DatabaseFault fault) {
                if (!plan.blamesRows(fault)) {
                    throw fault;
                }
                return Optional.empty();
            }
        }
    }

    /**
     * Refuses what cannot be a manner of this table.
     *
     * @throws io.nocode.shared.problem.Problem INVALID at {@code on_conflict}
     */
    public void check(OpenTable open, Manner manner) {
        plan(open, manner, List.of());
    }

    /**
     * Works within one transaction.
     *
     * @param keep whether it is kept in the end, or all of it was only a trial
     */
    public <T> T within(boolean keep, Function<Pieces, T> work) {
        return batches.within(keep, steps -> work.apply(new Pieces(steps)));
    }

    private BulkPlan plan(OpenTable open, Manner manner, List<ObjectNode> rows) {
        ArrayNode records = Json.array();
        rows.forEach(records::add);
        BulkRequest request = new BulkRequest(
                manner.upsert() ? BulkRequest.Operation.UPSERT : BulkRequest.Operation.CREATE,
                records,
                null,
                manner.onConflict(),
                false);
        BulkPlan plan = new BulkPlan(open, request, new RowSql.Stamp(CurrentUser.idOrNull(), clock.instant()));
        pointed.blame(open, plan);
        return plan;
    }

    private static void tell(BulkAnswer answer, List<@Nullable String> refused) {
        for (BulkResult result : answer.results()) {
            String error = result.error();
            refused.add(error == null ? null : PLACE.matcher(error).replaceAll(""));
        }
    }
}
