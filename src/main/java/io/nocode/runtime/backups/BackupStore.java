package io.nocode.runtime.backups;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.id.Ids;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Backups as they are stored. */
@ApplicationScoped
class BackupStore {
    private static final String SELECT = "select id, project_id, environment, reason, status, version_number,"
            + " tables_count, rows_count, size_bytes, sha256, error, requested_by, completed_at, expires_at, created_at,"
            + " updated_at from environment_backup";
    /** How long a backup is kept that nobody's schedule counts. */
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    UUID add(UUID project, Stage stage, BackupReason reason, @Nullable UUID requestedBy) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        database.update(Sql.of(
                "insert into environment_backup (id, project_id, environment, reason, status, tables_count,"
                        + " rows_count, size_bytes, requested_by, created_at, updated_at)"
                        + " values (?, ?, ?, ?, 'pending', 0, 0, 0, ?, ?, ?)",
                id,
                project,
                stage.wire(),
                reason.wire(),
                requestedBy,
                now,
                now));
        return id;
    }

    /** Has a backup be made of tables that were put aside. */
    void aside(UUID id, Identifier pgSchema, int version, List<TableSchema> tables) {
        database.update(Sql.of(
                "update environment_backup set version_number = ?, tables = ?, source_schema = ? where id = ?",
                version,
                TableSchemaJson.writeAll(tables),
                pgSchema.name(),
                id));
    }

    /** Says that nothing is put aside for a backup any more. */
    void cleared(UUID id) {
        database.update(Sql.of("update environment_backup set source_schema = null where id = ?", id));
    }

    BackupView find(UUID project, UUID id) {
        return database.first(Sql.of(SELECT + " where id = ? and project_id = ?", id, project), BackupStore::read)
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    /** Whoever asks. */
    Optional<BackupView> find(UUID id) {
        return database.first(Sql.of(SELECT + " where id = ?", id), BackupStore::read);
    }

    List<BackupView> of(UUID project) {
        return database.list(
                Sql.of(SELECT + " where project_id = ? order by created_at desc, id", project), BackupStore::read);
    }

    void delete(UUID id) {
        database.update(Sql.of("delete from environment_backup where id = ?", id));
    }

    /** The tables of a backup, and where it is made from if that was put aside. */
    record Content(
            @Nullable Integer version,
            JsonNode tables,
            @Nullable String sourceSchema) {}

    Content content(UUID id) {
        return database.first(
                        Sql.of("select version_number, tables, source_schema from environment_backup where id = ?", id),
                        row -> new Content(
                                row.json("tables").isNull() ? null : (int) row.number("version_number"),
                                row.json("tables"),
                                row.textOrNull("source_schema")))
                .orElseThrow(CommonProblem.NOT_FOUND::because);
    }

    void running(UUID id) {
        database.update(Sql.of(
                "update environment_backup set status = 'running', updated_at = ? where id = ? and status = 'pending'",
                clock.instant(),
                id));
    }

    void chunk(UUID id, int number, byte[] content) {
        database.update(Sql.of(
                "insert into environment_backup_chunk (backup_id, number, content) values (?, ?, ?)",
                id,
                number,
                content));
    }

    Optional<byte[]> chunk(UUID id, int number) {
        return database.first(
                Sql.of("select content from environment_backup_chunk where backup_id = ? and number = ?", id, number),
                row -> row.bytes("content"));
    }

    void succeeded(BackupView backup, int version, List<TableSchema> tables, long rows, long size, String sha256) {
        Instant now = clock.instant();
        database.update(Sql.of(
                "update environment_backup set status = 'succeeded', version_number = ?, tables = ?, tables_count = ?,"
                        + " rows_count = ?, size_bytes = ?, sha256 = ?, completed_at = ?,"
                        + " expires_at = ?, updated_at = ? where id = ?",
                version,
                TableSchemaJson.writeAll(tables),
                tables.size(),
                rows,
                size,
                sha256,
                now,
                backup.reason() == BackupReason.SCHEDULED ? null : now.plus(KEPT),
                now,
                backup.id()));
        database.update(Sql.of(
                "delete from environment_backup b using backup_schedule s where s.project_id = b.project_id and"
                        + " s.environment = b.environment and b.reason = 'scheduled' and b.status = 'succeeded' and"
                        + " b.project_id = ? and b.environment = ? and (select count(*) from environment_backup n where"
                        + " n.project_id = b.project_id and n.environment = b.environment and n.reason = 'scheduled'"
                        + " and n.status = 'succeeded' and n.created_at > b.created_at) >= s.keep",
                backup.projectId(),
                backup.environment().wire()));
    }

    void failed(UUID id, String why) {
        database.update(Sql.of(
                "update environment_backup set status = 'failed', error = ?, completed_at = ?, updated_at = ?,"
                        + " expires_at = case when source_schema is null then ?::timestamptz end"
                        + " where id = ? and status in ('pending', 'running')",
                why,
                clock.instant(),
                clock.instant(),
                clock.instant().plus(KEPT),
                id));
    }

    void deleteExpired() {
        database.update(Sql.of("delete from environment_backup where expires_at < ?", clock.instant()));
    }

    private static BackupView read(Row row) {
        long version = row.number("version_number");
        return new BackupView(
                row.uuid("id"),
                row.uuid("project_id"),
                Stage.of(row.text("environment")),
                BackupReason.of(row.text("reason")),
                JobStatus.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
                version == 0 ? null : (int) version,
                (int) row.number("tables_count"),
                row.number("rows_count"),
                row.number("size_bytes"),
                row.textOrNull("sha256"),
                row.textOrNull("error"),
                row.uuidOrNull("requested_by"),
                row.instantOrNull("completed_at"),
                row.instantOrNull("expires_at"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
