package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.query.Assignment;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.Cursors;
import io.nocode.runtime.query.Parameters;
import io.nocode.runtime.query.Plan;
import io.nocode.runtime.query.Planner;
import io.nocode.runtime.query.QueryParser;
import io.nocode.runtime.query.ReadSql;
import io.nocode.runtime.query.RowSql;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.problem.Reason;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be done with the rows of an open table: each is one statement, and one transaction of its own. */
@ApplicationScoped
public class TableRows {
    @Inject
    private RowTags tags;

    @Inject
    private Rows rows;

    @Inject
    private Batches batches;

    @Inject
    private PointedRows pointed;

    @Inject
    private CursorSeal seal;

    @Inject
    private Clock clock;

    /** A page of rows as JSON. */
    byte[] list(OpenTable open, Parameters parameters, Rows.Links links) {
        Cursors cursors = cursors(open);
        Plan plan = Planner.list(open.table(), open.permits(), QueryParser.parse(parameters), cursors);
        return rows.page(open.project().organizationId(), plan, cursors, links);
    }

    /** Figures of groups of rows as JSON. */
    byte[] aggregate(OpenTable open, Parameters parameters) {
        return rows.figures(
                open.project().organizationId(),
                Planner.aggregate(open.table(), open.permits(), QueryParser.parseAggregate(parameters)));
    }

    Cursors cursors(OpenTable open) {
        return new Cursors(seal, open.project().id() + " " + open.environment() + " " + CurrentUser.idOrNull());
    }

    /**
     * One row.
     *
     * @param fields as in the parameter; null for all
     */
    StoredRow find(OpenTable open, UUID id, @Nullable String fields) {
        List<Column> columns = columns(open, fields);
        return rows.one(new ReadSql(open.table(), open.permits()).find(id, columns), columns)
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    StoredRow create(OpenTable open, JsonNode body) {
        List<Assignment> assignments = RowBody.read(open, RowBody.Left.OUT_OF_NEW, body);
        pointed.require(open, null, assignments);
        UUID id = Ids.next();
        return write(open, sql -> sql.insert(id, assignments, stamp())).orElseThrow();
    }

    /** The row as a whole becomes what the body says; what it leaves out takes its default. */
    StoredRow replace(OpenTable open, UUID id, JsonNode body, @Nullable String ifMatch) {
        return update(open, id, RowBody.read(open, RowBody.Left.OUT_OF_WHOLE, body), ifMatch);
    }

    /** Only what the body says changes (RFC 7396). */
    StoredRow merge(OpenTable open, UUID id, JsonNode body, @Nullable String ifMatch) {
        return update(open, id, RowBody.read(open, RowBody.Left.OUT_OF_PATCH, body), ifMatch);
    }

    StoredRow delete(OpenTable open, UUID id, @Nullable String ifMatch) {
        List<Long> versions = tags.versions(ifMatch, open, id);
        return write(open, sql -> sql.delete(id, stamp(), versions))
                .orElseThrow(() -> missing(open, id, versions, Act.DELETE, List.of()));
    }

    private StoredRow update(OpenTable open, UUID id, List<Assignment> assignments, @Nullable String ifMatch) {
        pointed.require(open, id, assignments);
        List<Long> versions = tags.versions(ifMatch, open, id);
        return write(open, sql -> sql.update(id, assignments, stamp(), versions))
                .orElseThrow(() -> missing(
                        open,
                        id,
                        versions,
                        Act.UPDATE,
                        assignments.stream().map(Assignment::column).toList()));
    }

    private Optional<StoredRow> write(OpenTable open, Function<RowSql, Sql> statement) {
        List<Column> columns = answered(open);
        try {
            Sql sql = statement.apply(new RowSql(open.table(), open.permits(), columns));
            return open.isTrial()
                    ? batches.whole(false, connection -> Rows.one(connection, sql, columns))
                    : rows.one(sql, columns);
        } catch (DatabaseFault fault) {
            throw Refusal.problem(open, fault);
        }
    }

    /**
     * Tells why no row was touched: it is not there, or in another version, or none that the caller may touch.
     *
     * @param set the columns that were given values
     */
    Problem missing(OpenTable open, UUID id, @Nullable List<Long> versions, Act act, List<Column> set) {
        if (versions == null && open.permits().touches(open.table(), act, set) == Condition.ANYTHING) {
            return CommonProblem.NOT_FOUND.because();
        }
        return rows.one(new ReadSql(open.table(), open.permits()).find(id, List.of()), List.of())
                .<Reason>map(row -> versions == null || versions.contains(row.version())
                        ? RowProblem.ROW_FORBIDDEN
                        : CommonProblem.PRECONDITION_FAILED)
                .orElse(CommonProblem.NOT_FOUND)
                .because();
    }

    /** Those of some rows that the caller sees. */
    Set<UUID> seen(OpenTable open, Collection<UUID> ids) {
        return rows.ids(new ReadSql(open.table(), open.permits()).all(ids));
    }

    /** The columns of what a write answers with: who reads none is told the row's id. */
    static List<Column> answered(OpenTable open) {
        List<Column> readable = columns(open, null);
        return readable.isEmpty() ? List.of(open.table().id()) : readable;
    }

    RowSql.Stamp stamp() {
        return new RowSql.Stamp(CurrentUser.idOrNull(), clock.instant());
    }

    static List<Column> columns(OpenTable open, @Nullable String fields) {
        return Planner.columns(
                open.table(),
                open.permits(),
                fields == null || fields.isEmpty()
                        ? null
                        : Arrays.stream(fields.split(",", -1))
                                .map(String::strip)
                                .distinct()
                                .toList());
    }
}
