package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.OnError;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A node as clients see it. */
public record NodeView(
        UUID id,
        UUID workflow,
        String name,
        String nodeType,
        @Schema(nullable = true) @Nullable String actionType,
        @Schema(type = SchemaType.OBJECT) JsonNode position,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode config,
        @Schema(type = SchemaType.ARRAY) JsonNode inputs,
        @Schema(type = SchemaType.ARRAY) JsonNode outputs,
        @Schema(nullable = true) @Nullable NodeRetry retry,

        @Schema(implementation = String.class, format = "duration", nullable = true) @Nullable
        Duration timeout,

        OnError onError,
        Instant createdAt,
        Instant updatedAt) {}
