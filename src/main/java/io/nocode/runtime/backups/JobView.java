package io.nocode.runtime.backups;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.batch.JobStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Work that gives an environment other rows.
 *
 * @param environment whose rows are replaced
 * @param request what was asked for
 * @param details what was done
 */
public record JobView(
        UUID id,
        UUID projectId,
        JobKind kind,
        String environment,
        @Schema(type = SchemaType.OBJECT) JsonNode request,
        JobStatus status,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode details,
        @Nullable String errorCode,
        @Nullable String error,
        UUID requestedBy,
        @Nullable Instant completedAt,
        Instant createdAt,
        Instant updatedAt) {}
