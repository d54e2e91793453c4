package io.nocode.insights.exports;

import io.nocode.insights.activities.Activities;
import io.nocode.insights.activities.ActivityFilter;
import io.nocode.insights.activities.ActivityView;
import io.nocode.insights.activities.EventKey;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the job of an export does to what is stored. A piece and how far it reaches are stored together, in transactions
 * of their own: in the server's chunk transaction its job repository would be a second resource, and PostgreSQL would
 * have to prepare.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ExportRuns {
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    private ExportRepository repository;

    @Inject
    private Activities activities;

    @Inject
    private Pieces pieces;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** The export, unless it was deleted. */
    Optional<Export> find(UUID id) {
        return repository.find(id);
    }

    /** Takes up the work, for the first time or again; empty where there is none left to do. */
    Optional<Export> begin(UUID id) {
        Export export = repository.find(id).orElse(null);
        if (export == null || export.status.isFinal()) {
            return Optional.empty();
        }
        export.begin(() -> activities.count(scope(export)), clock.instant());
        return Optional.of(export);
    }

    /** The next records after a key, the oldest first. */
    List<ActivityView> read(Export export, @Nullable EventKey after, int count) {
        return activities.after(scope(export), after, count);
    }

    /**
     * Stores a piece of the file.
     *
     * @return false where the export is at work no more: somebody deleted it
     */
    boolean append(UUID id, byte[] piece, int records, @Nullable EventKey last) {
        Instant now = clock.instant();
        boolean open =
                database.exists(Sql.of("select 1 from export where id = ? and status = 'running' for update", id));
        if (!open) {
            return false;
        }
        database.update(Sql.of(
                "insert into export_chunk (export_id, number, start_at, content, created_at)"
                        + " select id, chunks_count, size_bytes, ?, ? from export where id = ?",
                piece,
                now,
                id));
        database.update(Sql.of(
                "update export set chunks_count = chunks_count + 1, size_bytes = size_bytes + ?,"
                        + " records_count = records_count + ?, last_key = coalesce(?, last_key), updated_at = ?"
                        + " where id = ?",
                piece.length,
                records,
                last == null ? null : last.text(),
                now,
                id));
        return true;
    }

    /** Writes what ends the file, hashes the whole, and says that it is whole. */
    void finish(UUID id) {
        Export export = repository.find(id).orElseThrow();
        FileText file = export.text();
        String end = (export.chunksCount == 0 ? file.head() : "") + file.foot();
        if (!append(id, Pieces.pack(end, export.options()), 0, null)) {
            throw new IllegalStateException("The export is gone.");
        }
        Instant now = clock.instant();
        database.update(Sql.of(
                "update export set status = 'succeeded', sha256 = ?, completed_at = ?, expires_at = ?, updated_at = ?"
                        + " where id = ?",
                pieces.sha256(id),
                now,
                now.plus(KEPT),
                now,
                id));
    }

    /** The file will never be whole; its pieces go. */
    void failed(UUID id, String why) {
        Instant now = clock.instant();
        database.update(Sql.of("delete from export_chunk where export_id = ?", id));
        database.update(Sql.of(
                "update export set status = 'failed', error = ?, completed_at = ?, updated_at = ?"
                        + " where id = ? and status in ('pending', 'running')",
                why,
                now,
                now,
                id));
    }

    /** Deletes the files that have expired; the exports stay, to say so. */
    void dropExpired() {
        database.update(Sql.of(
                "delete from export_chunk c using export e where e.id = c.export_id and e.expires_at < ?",
                clock.instant()));
    }

    /** The organisation's events, and the requester's own that are of no organisation; none that came later. */
    private static Sql scope(Export export) {
        ActivityFilter filter = export.filter();
        return Sql.of(
                        "(organization_id = ? or organization_id is null and user_id = ?) and created_at <= ? and ",
                        export.organizationId,
                        export.requestedBy,
                        export.createdAt)
                .then(filter.condition());
    }
}
