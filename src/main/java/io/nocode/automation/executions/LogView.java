package io.nocode.automation.executions;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of an execution's log. */
public record LogView(
        UUID id,
        @Schema(nullable = true) @Nullable UUID nodeId,
        @Schema(nullable = true) @Nullable String nodeName,
        String level,
        String message,
        Instant createdAt,
        Instant updatedAt) {}
