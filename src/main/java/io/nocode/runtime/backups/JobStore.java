package io.nocode.runtime.backups;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Restorations and copies as they are stored. */
@ApplicationScoped
class JobStore {
    private static final String SELECT =
            "select id, project_id, kind, environment, request, status, details, error_code,"
                    + " error, requested_by, completed_at, created_at, updated_at from environment_job";

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * A job to be done.
     *
     * @throws io.nocode.shared.problem.Problem ENVIRONMENT_BUSY where another is at work there
     */
    UUID add(UUID project, JobKind kind, String environment, JsonNode request, UUID requestedBy) {
        UUID id = Ids.next();
        try {
            database.update(Sql.of(
                    "insert into environment_job (id, project_id, kind, environment, request, status, requested_by,"
                            + " created_at, updated_at) values (?, ?, ?, ?, ?, 'pending', ?, ?, ?)",
                    id,
                    project,
                    kind.wire(),
                    environment,
                    request,
                    requestedBy,
                    clock.instant(),
                    clock.instant()));
        } catch (DatabaseFault fault) {
            if (fault.constraint().equals("environment_job_one_open")) {
                throw BackupProblem.ENVIRONMENT_BUSY.because();
            }
            throw fault;
        }
        return id;
    }

    JobView find(UUID project, UUID id) {
        return database.first(Sql.of(SELECT + " where id = ? and project_id = ?", id, project), JobStore::read)
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** Whoever asks; nobody else changes it before this transaction ends. */
    Optional<JobView> lock(UUID id) {
        return database.first(Sql.of(SELECT + " where id = ? for update", id), JobStore::read);
    }

    List<JobView> of(UUID project) {
        return database.list(
                Sql.of(SELECT + " where project_id = ? order by created_at desc, id", project), JobStore::read);
    }

    void running(UUID id) {
        database.update(Sql.of(
                "update environment_job set status = 'running', updated_at = ? where id = ? and status = 'pending'",
                clock.instant(),
                id));
    }

    void succeeded(UUID id, JsonNode details) {
        database.update(Sql.of(
                "update environment_job set status = 'succeeded', details = ?, completed_at = ?, updated_at = ?"
                        + " where id = ?",
                details,
                clock.instant(),
                clock.instant(),
                id));
    }

    void failed(UUID id, @Nullable String code, String why) {
        database.update(Sql.of(
                "update environment_job set status = 'failed', error_code = ?, error = ?, completed_at = ?,"
                        + " updated_at = ? where id = ? and status in ('pending', 'running')",
                code,
                why,
                clock.instant(),
                clock.instant(),
                id));
    }

    private static JobView read(Row row) {
        JsonNode details = row.json("details");
        return new JobView(
                row.uuid("id"),
                row.uuid("project_id"),
                JobKind.of(row.text("kind")),
                row.text("environment"),
                row.json("request"),
                JobStatus.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
                details.isNull() ? null : details,
                row.textOrNull("error_code"),
                row.textOrNull("error"),
                row.uuid("requested_by"),
                row.instantOrNull("completed_at"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
