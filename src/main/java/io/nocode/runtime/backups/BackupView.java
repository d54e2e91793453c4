package io.nocode.runtime.backups;

import io.nocode.runtime.apps.Stage;
import io.nocode.shared.batch.JobStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backup of an environment.
 *
 * @param version what the environment held
 * @param sizeBytes of the file, packed
 * @param sha256 of the packed file, in hexadecimal digits
 * @param requestedBy null for a schedule
 * @param expiresAt when it is deleted; null where the schedule's number of backups decides
 */
public record BackupView(
        UUID id,
        UUID projectId,
        Stage environment,
        BackupReason reason,
        JobStatus status,
        @Nullable Integer version,
        int tables,
        long rows,
        long sizeBytes,
        @Nullable String sha256,
        @Nullable String error,
        @Nullable UUID requestedBy,
        @Nullable Instant completedAt,
        @Nullable Instant expiresAt,
        Instant createdAt,
        Instant updatedAt) {}
