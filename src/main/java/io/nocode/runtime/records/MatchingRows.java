package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.query.Assignment;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.MatchingSql;
import io.nocode.runtime.query.Parameters;
import io.nocode.runtime.query.Planner;
import io.nocode.runtime.query.QueryParser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** All rows of an open table that match changed or deleted: exactly as many as the caller has said there are. */
@ApplicationScoped
public class MatchingRows {
    @Inject
    private Batches batches;

    @Inject
    private TableRows rows;

    @Inject
    private PointedRows pointed;

    /**
     * Changes them (RFC 7396), and tells how many they are.
     *
     * @throws io.nocode.shared.problem.Problem NOT_CONFIRMED, with the count, where they are not so many
     */
    long merge(OpenTable open, Parameters parameters, long confirmed, JsonNode patch) {
        Condition where = where(open, parameters);
        List<Assignment> assignments = RowBody.read(open, RowBody.Left.OUT_OF_PATCH, patch);
        pointed.require(open, null, assignments);
        MatchingSql sql = new MatchingSql(open.table(), open.permits(), where);
        return write(
                open,
                sql,
                sql.update(assignments, rows.stamp()),
                confirmed,
                restricts(
                        open,
                        Act.UPDATE,
                        assignments.stream().map(Assignment::column).toList()));
    }

    /** Deletes them, and tells how many they were; refuses as {@link #merge} does. */
    long delete(OpenTable open, Parameters parameters, long confirmed) {
        MatchingSql sql = new MatchingSql(open.table(), open.permits(), where(open, parameters));
        return write(open, sql, sql.delete(rows.stamp()), confirmed, restricts(open, Act.DELETE, List.of()));
    }

    private static boolean restricts(OpenTable open, Act act, List<Column> set) {
        return open.permits().touches(open.table(), act, set) != Condition.ANYTHING;
    }

    private static Condition where(OpenTable open, Parameters parameters) {
        return Planner.rows(open.table(), open.permits(), QueryParser.parseMatching(parameters));
    }

    /** @param restricted whether there may be rows among those that the caller sees and may not touch */
    private long write(OpenTable open, MatchingSql sql, Sql change, long confirmed, boolean restricted) {
        try {
            return batches.whole(!open.isTrial(), connection -> {
                // Asked first, so that a wrong number costs little; and again of what has really been touched.
                requireConfirmed(count(connection, sql.count()), confirmed);
                long touched = count(connection, change);
                if (touched < confirmed && restricted) {
                    throw RowProblem.ROW_FORBIDDEN.because();
                }
                requireConfirmed(touched, confirmed);
                return touched;
            });
        } catch (DatabaseFault fault) {
            throw Refusal.problem(open, fault);
        }
    }

    private static long count(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, sql);
                ResultSet results = Database.query(statement)) {
            results.next();
            return results.getLong(1);
        }
    }

    private static void requireConfirmed(long count, long confirmed) {
        if (count != confirmed) {
            throw RowProblem.NOT_CONFIRMED.with(Map.of("count", count), count);
        }
    }
}
