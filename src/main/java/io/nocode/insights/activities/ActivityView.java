package io.nocode.insights.activities;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.insights.tracking.EventType;
import io.nocode.shared.sql.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param trackedAt when it happened
 * @param createdAt when the platform learnt of it; an event never changes
 */
public record ActivityView(
        UUID id,
        EventType eventType,
        String eventName,
        @Nullable UUID userId,
        @Nullable UUID organizationId,
        @Nullable UUID projectId,
        @Nullable String sessionId,
        @Nullable String anonymousId,
        @Schema(type = SchemaType.OBJECT) JsonNode properties,
        @Schema(type = SchemaType.OBJECT) JsonNode context,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant trackedAt,
        Instant createdAt,
        Instant updatedAt) {
    /** Reads {@code select *} of the events. */
    static ActivityView of(Row row) {
        return new ActivityView(
                row.uuid("id"),
                EventType.valueOf(row.text("event_type").toUpperCase(Locale.ROOT)),
                row.text("event_name"),
                row.uuidOrNull("user_id"),
                row.uuidOrNull("organization_id"),
                row.uuidOrNull("project_id"),
                row.textOrNull("session_id"),
                row.textOrNull("anonymous_id"),
                row.json("properties"),
                row.json("context"),
                row.textOrNull("ip_address"),
                row.textOrNull("user_agent"),
                row.instant("tracked_at"),
                row.instant("created_at"),
                row.instant("created_at"));
    }
}
