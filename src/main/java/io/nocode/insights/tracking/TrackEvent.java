package io.nocode.insights.tracking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Who did it, and from where, is what the request says, never the body.
 *
 * @param timestamp when it happened, at most a day ahead; now where it is absent
 * @param context where it happened: page, referrer, whatever the sender knows
 */
public record TrackEvent(
        @NotNull EventType eventType,

        @Schema(example = "invoice_sent") @NotBlank @Size(max = 200)
        String eventName,

        @Nullable Map<String, Object> properties,
        @Nullable Instant timestamp,
        @Nullable @Size(max = 200) String sessionId,
        @Nullable @Size(max = 200) String anonymousId,
        @Nullable UUID projectId,
        @Nullable Map<String, Object> context) {}
