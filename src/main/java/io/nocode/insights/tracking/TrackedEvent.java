package io.nocode.insights.tracking;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that may be kept: judged, and with its author and place from the request. Columns of the table by name. */
record TrackedEvent(
        UUID id,
        EventType eventType,
        String eventName,
        Map<String, Object> properties,
        Map<String, Object> context,
        @Nullable String sessionId,
        @Nullable String anonymousId,
        @Nullable UUID userId,
        @Nullable UUID organizationId,
        @Nullable UUID projectId,
        @Nullable UUID batchId,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant trackedAt,
        Instant createdAt) {}
