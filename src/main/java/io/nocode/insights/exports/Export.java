package io.nocode.insights.exports;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.insights.activities.ActivityFilter;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.JsonConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A file that was asked for. Its job writes how far it is with SQL of its own, piece by piece. */
@Entity
@Table(name = "export")
class Export {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Id
    UUID id;

    @Column(name = "organization_id")
    UUID organizationId;

    @Column(name = "requested_by")
    UUID requestedBy;

    @Column(name = "export_type")
    @Enumerated(EnumType.STRING)
    ExportType exportType;

    @Enumerated(EnumType.STRING)
    ExportFormat format;

    @Convert(converter = JsonConverter.class)
    JsonNode filters;

    @Convert(converter = JsonConverter.class)
    JsonNode fields;

    @Convert(converter = JsonConverter.class)
    JsonNode options;

    JobStatus status;

    @Column(name = "total_count")
    @Nullable
    Long totalCount;

    @Column(name = "records_count")
    long recordsCount;

    @Column(name = "size_bytes")
    long sizeBytes;

    @Column(name = "chunks_count")
    int chunksCount;

    @Column(name = "last_key")
    @Nullable
    String lastKey;

    String filename;

    @Nullable
    String sha256;

    @Nullable
    String error;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "completed_at")
    @Nullable
    Instant completedAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    protected Export() {}

    Export(ExportRequest request, UUID requestedBy, Instant now) {
        this.id = Ids.next();
        this.organizationId = request.organizationId();
        this.requestedBy = requestedBy;
        this.exportType = request.exportType();
        this.format = request.format();
        this.filters = Json.tree(Objects.requireNonNullElse(request.filters(), ActivityFilter.ALL));
        this.fields = Json.tree(Objects.requireNonNullElse(request.fields(), List.of()));
        ExportOptions wanted = Objects.requireNonNullElse(request.options(), ExportOptions.PLAIN);
        this.options = Json.tree(wanted);
        this.status = JobStatus.PENDING;
        this.filename = Json.tree(exportType).asText() + "-" + STAMP.format(now) + "." + format.ending()
                + (wanted.gzipped() ? ".gz" : "");
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The job begins, for the first time or again. Within this class, so that JPA sees the change. */
    void begin(LongSupplier count, Instant now) {
        if (!status.mayBecome(JobStatus.RUNNING)) {
            throw new IllegalStateException("The export is " + status + ".");
        }
        status = JobStatus.RUNNING;
        if (startedAt == null) {
            startedAt = now;
            totalCount = count.getAsLong();
        }
        updatedAt = now;
    }

    ActivityFilter filter() {
        return Json.as(filters, ActivityFilter.class);
    }

    ExportOptions options() {
        return Json.as(options, ExportOptions.class);
    }

    FileText text() {
        List<String> names = new java.util.ArrayList<>();
        fields.forEach(name -> names.add(name.textValue()));
        return format.text(io.nocode.insights.exports.Column.named(names), options());
    }

    boolean hasExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** How much is done, in whole per cent; 100 only when the file can be had. */
    int progress() {
        if (status == JobStatus.SUCCEEDED) {
            return 100;
        }
        return totalCount == null || totalCount == 0 ? 0 : (int) Math.min(99, recordsCount * 100 / totalCount);
    }
}
