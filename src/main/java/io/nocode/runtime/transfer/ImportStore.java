package io.nocode.runtime.transfer;

import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports as they are stored, with their files and the rows that they refused. */
@ApplicationScoped
public class ImportStore {
    /** How many refused rows are kept. */
    static final int MOST_ERRORS = 1_000;

    private static final int DROPPED_AT_ONCE = 100;
    private static final int CHUNK = 256 * 1024;

    @Inject
    private Database database;

    Optional<StoredImport> find(UUID id) {
        return database.first(Sql.of("select * from row_import where id = ?", id), StoredImport::read);
    }

    List<ImportView.Refused> errors(UUID id) {
        return database.list(
                Sql.of("select line, reason, told from row_import_error where import_id = ? order by number", id),
                row -> new ImportView.Refused(row.number("line"), row.text("reason"), row.json("told")));
    }

    void add(StoredImport one, InputStream file) throws IOException {
        ImportRequest request = one.request();
        database.update(Sql.of(
                "insert into row_import (id, project_id, environment, table_name, mode, on_conflict, mapping, dry_run,"
                        + " filename, format, language, requested_by, api_key_id, status, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?)",
                one.id(),
                one.project(),
                one.environment(),
                one.table(),
                request.mode().wire(),
                request.onConflict(),
                request.mapping(),
                request.dryRun(),
                one.filename(),
                one.format().json(),
                one.language().toLanguageTag(),
                one.requestedBy(),
                one.apiKey(),
                one.createdAt(),
                one.updatedAt()));
        int number = 0;
        for (byte[] chunk = file.readNBytes(CHUNK); chunk.length > 0; chunk = file.readNBytes(CHUNK)) {
            database.update(Sql.of(
                    "insert into row_import_chunk (import_id, number, content) values (?, ?, ?)",
                    one.id(),
                    number++,
                    chunk));
        }
    }

    /** The file; no connection is held between its pieces. */
    InputStream open(UUID id) {
        return new ChunkInput(number -> database.first(
                Sql.of("select content from row_import_chunk where import_id = ? and number = ?", id, number),
                row -> row.bytes("content")));
    }

    /** Takes the work up, for the first time or again; false where it is over. */
    boolean begin(UUID id, Instant now) {
        return database.update(Sql.of(
                        "update row_import set status = 'running', started_at = coalesce(started_at, ?), updated_at = ?"
                                + " where id = ? and status in ('pending', 'running')",
                        now,
                        now,
                        id))
                > 0;
    }

    void measured(UUID id, long total, Instant now) {
        database.update(Sql.of("update row_import set total = ?, updated_at = ? where id = ?", total, now, id));
    }

    /** How many imports of an organisation have not ended; whoever else asks waits for the end of the transaction. */
    int going(UUID organization) {
        database.first(
                Sql.of(
                        "select pg_advisory_xact_lock(hashtextextended(?, 42))::text as locked",
                        "import " + organization),
                row -> true);
        return database.first(
                        Sql.of(
                                "select count(*) as n from row_import i join project p on p.id = i.project_id"
                                        + " where p.organization_id = ? and i.status in ('pending', 'running')",
                                organization),
                        row -> (int) row.number("n"))
                .orElse(0);
    }

    /** Drops imports that ended long ago, some at a time; how many. */
    int drop(Instant endedBefore) {
        return database.update(Sql.of(
                "delete from row_import where id in (select id from row_import where completed_at < ?"
                        + " order by completed_at limit ? for update skip locked)",
                endedBefore,
                DROPPED_AT_ONCE));
    }

    /** For a trial, of which nothing is kept but what it told: it begins anew. */
    void forgetProgress(UUID id) {
        database.update(Sql.of("delete from row_import_error where import_id = ?", id));
        database.update(Sql.of(
                "update row_import set done = 0, succeeded = 0, failed = 0 where id = ? and status = 'running'", id));
    }

    /** What is told of a piece: where the import is then, and the rows that were refused. The first must touch a row. */
    List<Sql> progress(StoredImport one, Tally tally, Instant now) {
        List<Sql> notes = new ArrayList<>();
        notes.add(Sql.of(
                "update row_import set done = ?, succeeded = ?, failed = ?, updated_at = ?"
                        + " where id = ? and status = 'running'",
                tally.done(),
                tally.succeeded(),
                tally.failed(),
                now,
                one.id()));
        for (Tally.Told told : tally.takeTold()) {
            notes.add(Sql.of(
                    "insert into row_import_error (import_id, number, line, reason, told) values (?, ?, ?, ?, ?)",
                    one.id(),
                    told.number(),
                    told.refused().line(),
                    told.refused().reason(),
                    told.refused().values()));
        }
        return notes;
    }

    /** Ends it, unless it has ended; the file goes. */
    boolean end(UUID id, JobStatus status, @Nullable String error, Instant now) {
        boolean ended = database.update(Sql.of(
                        "update row_import set status = ?, error = ?, completed_at = ?, updated_at = ?"
                                + " where id = ? and status in ('pending', 'running')",
                        status.wire(),
                        error,
                        now,
                        now,
                        id))
                > 0;
        if (ended) {
            database.update(Sql.of("delete from row_import_chunk where import_id = ?", id));
        }
        return ended;
    }
}
