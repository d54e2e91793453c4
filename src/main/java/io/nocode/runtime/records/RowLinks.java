package io.nocode.runtime.records;

import io.nocode.runtime.query.Links;
import io.nocode.runtime.query.Parameters;
import io.nocode.runtime.query.Plan;
import io.nocode.runtime.query.Planner;
import io.nocode.runtime.query.QueryParser;
import io.nocode.runtime.query.ReadSql;
import io.nocode.runtime.query.RowSql;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The links of a row of an open table to those at the other end of a relation of many to many. They belong to the row:
 * whoever may change it may change them, and where they change, it has a new version.
 */
@ApplicationScoped
public class RowLinks {
    @Inject
    private RowTags tags;

    @Inject
    private Database database;

    @Inject
    private Rows rows;

    @Inject
    private TableRows present;

    @Inject
    private Batches batches;

    /** A page of the linked rows as JSON, as their own table would list them. */
    byte[] list(OpenTable open, UUID id, String relation, Parameters parameters, Rows.Links urls) {
        Links links = links(open, id, relation);
        Plan plan = Planner.list(
                links.target(), open.permits(), QueryParser.parse(parameters), present.cursors(open), links.of(id));
        return rows.page(open.project().organizationId(), plan, present.cursors(open), urls);
    }

    /**
     * Links rows, and tells how many were not linked before.
     *
     * @throws io.nocode.shared.problem.Problem INVALID naming the ids of rows that the caller does not see
     */
    long link(OpenTable open, UUID id, String relation, @Nullable List<UUID> ids, @Nullable String ifMatch) {
        Links links = settable(open, id, relation);
        Set<UUID> wanted = distinct(ids);
        requireSeen(links, ids, wanted);
        return change(open, id, ifMatch, links.link(id, wanted));
    }

    /** Takes links away, and tells how many there were. */
    long unlink(OpenTable open, UUID id, String relation, @Nullable List<UUID> ids, @Nullable String ifMatch) {
        Links links = settable(open, id, relation);
        return change(open, id, ifMatch, links.unlink(id, distinct(ids)));
    }

    private Links settable(OpenTable open, UUID id, String relation) {
        Links links = links(open, id, relation);
        if (!links.isSettable()) {
            throw CommonProblem.FORBIDDEN.because();
        }
        return links;
    }

    private Links links(OpenTable open, UUID id, String relation) {
        Links links = Links.named(open.table(), open.permits(), relation).orElseThrow(CommonProblem.NOT_FOUND::because);
        if (!rows.exists(new ReadSql(open.table(), open.permits()).find(id, List.of()))) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return links;
    }

    /** In an order of their own, so that two callers do not wait for each other in a circle. */
    private static Set<UUID> distinct(@Nullable List<UUID> ids) {
        Faults faults = new Faults();
        if (ids == null || ids.size() > BulkRows.MOST) {
            faults.add("ids", ids == null ? "field.required" : "field.list_too_long", BulkRows.MOST);
        }
        for (int i = 0; ids != null && i < ids.size(); i++) {
            if (ids.get(i) == null) {
                faults.add("ids[" + i + "]", "field.must_be.uuid");
            }
        }
        faults.throwIfAny();
        return new TreeSet<>(ids == null ? List.of() : ids);
    }

    private void requireSeen(Links links, @Nullable List<UUID> ids, Set<UUID> wanted) {
        Set<UUID> seen = new HashSet<>(database.list(links.seen(wanted), row -> row.uuid("id")));
        Faults faults = new Faults();
        for (int i = 0; ids != null && i < ids.size(); i++) {
            if (!seen.contains(ids.get(i))) {
                faults.add("ids[" + i + "]", "field.no_such_row_here");
            }
        }
        faults.throwIfAny();
    }

    private long change(OpenTable open, UUID id, @Nullable String ifMatch, Sql links) {
        Sql touch = new RowSql(open.table(), open.permits(), List.of())
                .update(id, List.of(), present.stamp(), tags.versions(ifMatch, open, id));
        try {
            return batches.transaction(connection -> {
                // The row first: it shows whether the caller may change it, and lets others wait.
                if (Rows.one(connection, touch, List.of()).isEmpty()) {
                    throw present.missing(open, id, tags.versions(ifMatch, open, id), Act.UPDATE, List.of());
                }
                long changed = run(connection, links);
                if (changed == 0 || open.isTrial()) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
                return changed;
            });
        } catch (DatabaseFault fault) {
            throw Refusal.problem(open, fault);
        }
    }

    private static long run(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, sql)) {
            return statement.executeUpdate();
        }
    }
}
