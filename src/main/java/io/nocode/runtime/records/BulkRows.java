package io.nocode.runtime.records;

import io.nocode.runtime.query.RowSql;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
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
    private Clock clock;

    /**
     * Does it.
     *
     * @throws io.nocode.shared.problem.Problem where it is atomic and one row cannot be: 400 naming each such row, or
     *     409 where all of them stand against stored rows
     */
    BulkAnswer run(OpenTable open, BulkRequest request) {
        BulkPlan plan = new BulkPlan(open, request, new RowSql.Stamp(CurrentUser.idOrNull(), clock.instant()));
        if (request.isAtomic()) {
            plan.refuseIfFaulty();
        }
        if (plan.isEmpty()) {
            return plan.answer(List.of(), Set.of());
        }
        try {
            if (request.operation() == BulkRequest.Operation.CREATE) {
                batches.all(plan.inserts(), !open.isTrial());
                return plan.answer(plan.created(), Set.of());
            }
            List<Touched> touched = batches.together(plan.statements(), request.isAtomic(), !open.isTrial());
            return answer(open, plan, touched);
        } catch (DatabaseFault fault) {
            if (Refusal.of(open, fault).isEmpty()) {
                throw fault;
            }
            return answer(open, plan, batches.separately(plan.statements(), !request.isAtomic() && !open.isTrial()));
        }
    }

    private BulkAnswer answer(OpenTable open, BulkPlan plan, List<Touched> touched) {
        List<UUID> untouched = plan.untouched(touched);
        return plan.answer(touched, untouched.isEmpty() ? Set.of() : rows.seen(open, untouched));
    }
}
