package io.nocode.runtime.records;

import io.nocode.runtime.query.RowSql;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Many rows of an open table created, changed or deleted in one transaction. */
@ApplicationScoped
public class BulkRows {
    /** How many rows one request may touch. */
    static final int MOST = 10_000;

    @Inject
    private Batches batches;

    @Inject
    private TableRows rows;

    @Inject
    private PointedRows pointed;

    @Inject
    private Clock clock;

    /**
     * Does it.
     *
     * @throws io.nocode.shared.problem.Problem where it is atomic and one row cannot be: 400 naming each such row, or
     *     409 where all of them stand against stored rows
     */
    BulkAnswer run(OpenTable open, BulkRequest request) {
        BulkPlan plan = new BulkPlan(open, request, new RowSql.Stamp(CurrentUser.idOrNull(), clock.instant()));
        pointed.blame(open, plan);
        if (request.isAtomic()) {
            plan.refuseIfFaulty();
        }
        if (plan.isEmpty()) {
            return plan.answer(List.of(), Set.of());
        }
        List<Touched> touched = together(plan, request.isAtomic(), !open.isTrial())
                .orElseGet(() -> batches.separately(plan.statements(), request.isAtomic(), !open.isTrial()));
        return answer(open, plan, touched);
    }

    /** Does it in few statements; empty, and nothing done, where these do not tell what became of each row. */
    private Optional<List<Touched>> together(BulkPlan plan, boolean whole, boolean keep) {
        try {
            return batches.together(plan.sets(), whole, keep);
        } catch (DatabaseFault fault) {
            if (!plan.blamesRows(fault)) {
                throw fault;
            }
            return Optional.empty();
        }
    }

    private BulkAnswer answer(OpenTable open, BulkPlan plan, List<Touched> touched) {
        List<UUID> untouched = plan.untouched(touched);
        return plan.answer(touched, untouched.isEmpty() ? Set.of() : rows.seen(open, untouched));
    }
}
