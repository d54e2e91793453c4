package io.nocode.automation.workflows;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was measured of a workflow's executions. Durations are of those that completed. */
public record WorkflowStatistics(
        long total,
        long completed,
        long failed,
        long open,
        @Schema(nullable = true) @Nullable BigDecimal averageDurationSeconds,
        @Schema(nullable = true) @Nullable BigDecimal p95DurationSeconds) {}
