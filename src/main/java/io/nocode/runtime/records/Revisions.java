package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.query.Assignment;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.runtime.query.ReadSql;
import io.nocode.runtime.query.RowSql;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What became of the rows of an open table that keeps their history. PostgreSQL itself writes it. */
@ApplicationScoped
public class Revisions {
    @Inject
    private Database database;

    @Inject
    private Rows rows;

    @Inject
    private TableRows present;

    @Inject
    private Batches batches;

    /** A revision's content, by the ids of fields. */
    private record Kept(JsonNode after, long lastVersion) {}

    /** A page of a row's revisions, the last first unless the other order is asked for. */
    Page<RevisionView> list(OpenTable open, UUID id, PageRequest asked, boolean ascending) {
        LiveTable table = open.table();
        require(open, id);
        long count = database.first(
                        Sql.of("select count(*) as n from " + table.history() + " where row_id = ?", id),
                        row -> row.number("n"))
                .orElse(0L);
        return Page.of(
                asked,
                count,
                database.list(
                        Sql.of(
                                "select number, action, changed_by, changed_at, before, after from " + table.history()
                                        + " where row_id = ? order by number " + (ascending ? "asc" : "desc")
                                        + " limit ? offset ?",
                                id,
                                asked.size(),
                                asked.offset()),
                        row -> new RevisionView(
                                row.number("number"),
                                row.text("action"),
                                row.uuidOrNull("changed_by"),
                                row.instant("changed_at"),
                                RevisionJson.seen(table, open.permits(), row.json("before")),
                                RevisionJson.seen(table, open.permits(), row.json("after")))));
    }

    /**
     * Brings a row back as it was after a revision, also one that is deleted. Fields that are gone are left out, new ones
     * stay as they are.
     *
     * @param mayCreate throws where the caller may not make rows: asked where there is none
     * @throws io.nocode.shared.problem.Problem NOT_FOUND where there is no such revision; NOT_UNIQUE, CANNOT_RETURN
     */
    StoredRow restore(OpenTable open, UUID id, long number, Supplier<OpenTable> mayCreate) {
        boolean isThere = require(open, id);
        Kept kept = kept(open, id, number).orElseThrow(CommonProblem.NOT_FOUND::because);
        if (!kept.after().isObject() || kept.after().hasNonNull("deleted_at")) {
            // After a deletion there is no row to bring back.
            throw RowProblem.CANNOT_RETURN.because();
        }
        List<Column> columns = TableRows.columns(open, null);
        RowSql.Stamp stamp = present.stamp();
        Sql sql = isThere
                ? new RowSql(open.table(), open.permits().all(), columns)
                        .restore(id, assignments(open, kept, RowBody.Left.OUT_OF_HISTORY), stamp)
                : remade(mayCreate.get(), id, kept, columns, stamp);
        try {
            return batches.whole(!open.isTrial(), connection -> {
                        tell(connection);
                        return Rows.one(connection, sql, columns);
                    })
                    .orElseThrow(CommonProblem.NOT_FOUND::because);
        } catch (DatabaseFault fault) {
            throw Refusal.ofReturn(open, fault);
        }
    }

    private static Sql remade(OpenTable open, UUID id, Kept kept, List<Column> columns, RowSql.Stamp stamp) {
        JsonNode by = kept.after().path("created_by");
        RowSql.Stamp created = new RowSql.Stamp(
                by.isTextual() ? UUID.fromString(by.textValue()) : null,
                OffsetDateTime.parse(kept.after().path("created_at").asText()).toInstant());
        return new RowSql(open.table(), open.permits(), columns)
                .remake(id, kept.lastVersion() + 1, created, assignments(open, kept, RowBody.Left.OUT_OF_NEW), stamp);
    }

    private static List<Assignment> assignments(OpenTable open, Kept kept, RowBody.Left left) {
        ObjectNode body = RevisionJson.fields(
                open.table(),
                kept.after(),
                column -> column.isWritable()
                        && open.permits()
                                .sets(open.table(), left == RowBody.Left.OUT_OF_NEW ? Act.CREATE : Act.UPDATE, column));
        Faults faults = new Faults();
        List<Assignment> assignments = new RowBody(open.table(), open.permits(), left).read(body, "", faults);
        if (!faults.isEmpty()) {
            throw RowProblem.CANNOT_RETURN.at(faults);
        }
        return assignments;
    }

    /** What the triggers are to call the change. */
    private static void tell(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                Database.prepare(connection, Sql.of("select set_config('nocode.action', 'restored', true)"))) {
            statement.execute();
        }
    }

    /**
     * Whether the row is there, deleted softly or not. History is for those who may see all rows.
     */
    private boolean require(OpenTable open, UUID id) {
        LiveTable table = open.table();
        if (!table.keepsRevisions()) {
            throw CommonProblem.NOT_FOUND.because();
        }
        Permits all = open.permits().all();
        if (all.rows(table) != Condition.ANYTHING) {
            // What a row was before may be none of what they may see, and nobody can tell any more.
            throw CommonProblem.FORBIDDEN.because();
        }
        boolean isThere = rows.exists(new ReadSql(table, all).find(id, List.of()));
        if (!isThere
                && !database.exists(Sql.of("select 1 from " + table.history() + " where row_id = ? limit 1", id))) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return isThere;
    }

    private Optional<Kept> kept(OpenTable open, UUID id, long number) {
        String history = open.table().history();
        return database.first(
                Sql.of(
                        "select r.after, (select coalesce(l.after, l.before) ->> 'version' from " + history
                                + " l where l.row_id = r.row_id order by l.number desc limit 1) as version from "
                                + history + " r where r.row_id = ? and r.number = ?",
                        id,
                        number),
                row -> new Kept(row.json("after"), Long.parseLong(row.text("version"))));
    }
}
