package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.ExecutionStatus;
import io.nocode.automation.workflows.TriggerType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An execution in a list. */
public record ExecutionSummary(
        UUID id,
        UUID workflow,
        UUID project,
        ExecutionStatus status,
        TriggerType triggerType,
        UUID startedBy,
        @Schema(nullable = true) @Nullable Instant startedAt,
        @Schema(nullable = true) @Nullable Instant completedAt,
        @Schema(nullable = true) @Nullable BigDecimal durationSeconds,

        @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable
        JsonNode error,

        Instant createdAt,
        Instant updatedAt) {

    static ExecutionSummary of(Execution execution) {
        return new ExecutionSummary(
                execution.id(),
                execution.workflowId(),
                execution.projectId(),
                execution.status(),
                execution.triggerType(),
                execution.actsAs(),
                execution.startedAt(),
                execution.completedAt(),
                seconds(execution.startedAt(), execution.completedAt()),
                execution.error(),
                execution.createdAt(),
                execution.updatedAt());
    }

    /** From one moment to another in seconds, to the millisecond; null while one of them is not known. */
    static @Nullable BigDecimal seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? null
                : BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3);
    }
}
