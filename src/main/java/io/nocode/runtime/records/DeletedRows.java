package io.nocode.runtime.records;

import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Parameters;
import io.nocode.runtime.query.Permits;
import io.nocode.runtime.query.Plan;
import io.nocode.runtime.query.Planner;
import io.nocode.runtime.query.Query;
import io.nocode.runtime.query.QueryParser;
import io.nocode.runtime.query.ReadSql;
import io.nocode.runtime.query.RowSql;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The rows of an open table that were deleted softly. */
@ApplicationScoped
public class DeletedRows {
    @Inject
    private Rows rows;

    @Inject
    private TableRows present;

    @Inject
    private Batches batches;

    /** A page of them as JSON; the last that was deleted comes first unless something else is asked for. */
    byte[] list(OpenTable open, Parameters parameters, Rows.Links links) {
        Permits deleted = deleted(open);
        Query query = QueryParser.parse(parameters);
        // From whom it is hidden when a row was deleted, the order says nothing of it.
        Plan plan = Planner.list(
                open.table(),
                deleted,
                open.permits()
                                .reads(
                                        open.table(),
                                        Objects.requireNonNull(open.table().column("deleted_at")))
                        ? query.sortedBy(new Query.Sort("deleted_at", true))
                        : query,
                present.cursors(open));
        return rows.page(open.project().organizationId(), plan, present.cursors(open), links);
    }

    /**
     * Brings one back, with those that were deleted together with it because they pointed to it.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND; NOT_DELETED; NOT_UNIQUE where another row has a value meanwhile;
     *     CANNOT_RETURN where it points to a row that is deleted itself
     */
    StoredRow restore(OpenTable open, UUID id) {
        List<Column> columns = TableRows.answered(open);
        Sql sql = new RowSql(open.table(), deleted(open), columns).restore(id, List.of(), present.stamp());
        try {
            return (open.isTrial()
                            ? batches.whole(false, connection -> Rows.one(connection, sql, columns))
                            : rows.one(sql, columns))
                    .orElseThrow(() -> absent(open, id));
        } catch (DatabaseFault fault) {
            throw Refusal.ofReturn(open, fault);
        }
    }

    private Problem absent(OpenTable open, UUID id) {
        boolean there = rows.exists(new ReadSql(open.table(), open.permits()).find(id, List.of()));
        return (there ? RowProblem.NOT_DELETED : CommonProblem.NOT_FOUND).because();
    }

    private static Permits deleted(OpenTable open) {
        if (!open.table().deletesSoftly()) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return open.permits().deletedOf(open.table());
    }
}
