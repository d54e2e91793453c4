package io.nocode.runtime.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.batch.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param total how many rows the file has; null until it was read to its end
 * @param errors the first 1,000 rows that were refused
 * @param error why the import as a whole failed
 */
public record ImportView(
        UUID id,
        JobStatus status,
        int progressPercentage,
        @Nullable Long total,
        long succeeded,
        long failed,
        List<Refused> errors,
        @Nullable String error,
        UUID project,
        String environment,
        String table,
        ImportMode mode,
        boolean dryRun,
        String filename,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        Instant createdAt,
        Instant updatedAt) {
    /**
     * A row that was refused.
     *
     * @param line of the file, whose header is line 1; of JSON lists the place of the row, from 1
     * @param values what it holds
     */
    public record Refused(
            long line,
            String reason,
            @Schema(implementation = Map.class) JsonNode values) {}
}
