package io.nocode.runtime.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.sql.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as it is stored. */
record StoredImport(
        UUID id,
        UUID project,
        String environment,
        String table,
        ImportRequest request,
        String filename,
        FileFormat format,
        Locale language,
        UUID requestedBy,
        @Nullable UUID apiKey,
        JobStatus status,
        @Nullable Long total,
        long done,
        long succeeded,
        long failed,
        @Nullable String error,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        Instant createdAt,
        Instant updatedAt) {

    static StoredImport read(Row row) {
        JsonNode onConflict = row.json("on_conflict");
        return new StoredImport(
                row.uuid("id"),
                row.uuid("project_id"),
                row.text("environment"),
                row.text("table_name"),
                new ImportRequest(
                        ImportMode.valueOf(row.text("mode").toUpperCase(Locale.ROOT)),
                        onConflict.isNull() ? null : onConflict,
                        (ObjectNode) row.json("mapping"),
                        row.flag("dry_run")),
                row.text("filename"),
                FileFormat.read(row.json("format")),
                Locale.forLanguageTag(row.text("language")),
                row.uuid("requested_by"),
                row.uuidOrNull("api_key_id"),
                JobStatus.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
                row.textOrNull("total") == null ? null : row.number("total"),
                row.number("done"),
                row.number("succeeded"),
                row.number("failed"),
                row.textOrNull("error"),
                row.instantOrNull("started_at"),
                row.instantOrNull("completed_at"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    /** How much is done, in whole per cent; 100 only at the end. */
    int progress() {
        if (status == JobStatus.SUCCEEDED) {
            return 100;
        }
        return total == null || total == 0 ? 0 : (int) Math.min(99, done * 100 / total);
    }

    ImportView view(List<ImportView.Refused> errors) {
        return new ImportView(
                id,
                status,
                progress(),
                total,
                succeeded,
                failed,
                errors,
                error,
                project,
                environment,
                table,
                request.mode(),
                request.dryRun(),
                filename,
                startedAt,
                completedAt,
                createdAt,
                updatedAt);
    }
}
