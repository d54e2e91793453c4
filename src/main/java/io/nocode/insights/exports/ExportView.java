package io.nocode.insights.exports;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.rest.RequestContext;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An export and how far it is.
 *
 * @param fileInfo what the file is, once it is whole
 * @param downloadUrl where the file is, until it expires
 */
public record ExportView(
        UUID id,
        UUID exportId,
        UUID organizationId,
        UUID requestedBy,
        ExportType exportType,
        ExportFormat format,
        @Schema(type = SchemaType.OBJECT) JsonNode filters,

        @Schema(type = SchemaType.ARRAY, implementation = String.class)
        JsonNode fields,

        @Schema(implementation = ExportOptions.class) JsonNode options,
        JobStatus status,
        int progressPercentage,
        @Nullable FileInfo fileInfo,
        @Nullable String downloadUrl,
        @Nullable String error,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant expiresAt,
        Instant createdAt,
        Instant updatedAt) {

    /** A whole file. */
    public record FileInfo(String filename, long sizeBytes, long recordsCount, String sha256) {}

    static ExportView of(Export export, Instant now) {
        boolean whole = export.status == JobStatus.SUCCEEDED;
        return new ExportView(
                export.id,
                export.id,
                export.organizationId,
                export.requestedBy,
                export.exportType,
                export.format,
                export.filters,
                export.fields,
                export.options,
                export.status,
                export.progress(),
                whole
                        ? new FileInfo(
                                export.filename,
                                export.sizeBytes,
                                export.recordsCount,
                                Objects.requireNonNullElse(export.sha256, ""))
                        : null,
                whole && !export.hasExpired(now)
                        ? RequestContext.url("/api/v1/insights/export/" + export.id + "/download/")
                        : null,
                export.error,
                export.startedAt,
                export.completedAt,
                export.expiresAt,
                export.createdAt,
                export.updatedAt);
    }
}
