package io.nocode.runtime.records;

import io.nocode.runtime.query.RowSql;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Many rows of an open table created, changed or deleted in one transaction. */
@ApplicationScoped
public class BulkRows {
    /** How many rows one request may touch. */
    static final int MOST = 10_000;

    @Inject
    private Batches batches;

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
            return plan.answer(List.of());
        }
        try {
            if (request.operation() == BulkRequest.Operation.CREATE) {
                batches.all(plan.inserts(), !open.isTrial());
                return plan.answer(plan.created());
            }
            List<Touched> touched = batches.together(plan.statements(), request.isAtomic(), !open.isTrial());
            return plan.answer(touched);
        } catch (DatabaseFault fault) {
            if (Refusal.of(open.table(), fault).isEmpty()) {
                throw fault;
            }
            return plan.answer(batches.separately(plan.statements(), !request.isAtomic() && !open.isTrial()));
        }
    }
}
