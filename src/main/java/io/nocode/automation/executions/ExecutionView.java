package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.ExecutionStatus;
import io.nocode.automation.engine.StepStatus;
import io.nocode.automation.workflows.TriggerType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An execution with each of its steps.
 *
 * @param version the number of the workflow's version that it runs
 * @param executionPath ids of nodes in the order in which they finished
 */
public record ExecutionView(
        UUID id,
        UUID workflow,
        UUID project,
        int version,
        ExecutionStatus status,
        TriggerType triggerType,
        UUID startedBy,
        @Schema(nullable = true) @Nullable UUID retryOf,
        JsonNode inputData,
        @Schema(nullable = true) @Nullable JsonNode outputData,
        @Schema(type = SchemaType.OBJECT) JsonNode variables,

        @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable
        JsonNode error,

        List<UUID> executionPath,
        List<Step> executionDetails,
        Metrics performanceMetrics,
        @Schema(nullable = true) @Nullable Instant startedAt,
        @Schema(nullable = true) @Nullable Instant completedAt,
        @Schema(nullable = true) @Nullable BigDecimal durationSeconds,
        Instant createdAt,
        Instant updatedAt) {

    /** One attempt at one node. */
    @Schema(name = "ExecutionStep")
    public record Step(
            UUID nodeId,
            String nodeName,
            int attempt,
            StepStatus status,
            @Schema(nullable = true) @Nullable Instant startedAt,
            @Schema(nullable = true) @Nullable Instant completedAt,
            @Schema(nullable = true) @Nullable BigDecimal durationSeconds,
            @Schema(nullable = true) @Nullable JsonNode inputData,
            @Schema(nullable = true) @Nullable JsonNode outputData,

            @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable
            JsonNode error) {
        static Step of(ExecutionStep step) {
            return new Step(
                    step.nodeId(),
                    step.nodeName(),
                    step.attempt(),
                    step.status(),
                    step.startedAt(),
                    step.completedAt(),
                    step.startedAt() == null ? null : ExecutionSummary.seconds(step.startedAt(), step.completedAt()),
                    step.inputData(),
                    step.outputData(),
                    step.error());
        }
    }

    /**
     * What was measured.
     *
     * @param queueSeconds from when it was accepted until it began
     * @param retries attempts after the first of a node
     */
    @Schema(name = "ExecutionMetrics")
    public record Metrics(
            @Schema(nullable = true) @Nullable BigDecimal totalDurationSeconds,
            @Schema(nullable = true) @Nullable BigDecimal queueSeconds,
            int nodesExecuted,
            int retries,
            @Schema(nullable = true) @Nullable String slowestNode) {
        static Metrics of(Execution execution, List<ExecutionStep> steps) {
            return new Metrics(
                    ExecutionSummary.seconds(execution.startedAt(), execution.completedAt()),
                    ExecutionSummary.seconds(execution.createdAt(), execution.startedAt()),
                    (int) steps.stream()
                            .filter(step -> step.status() == StepStatus.COMPLETED || step.status() == StepStatus.FAILED)
                            .count(),
                    (int) steps.stream().filter(step -> step.attempt() > 1).count(),
                    steps.stream()
                            .map(Step::of)
                            .filter(step -> step.durationSeconds() != null)
                            .max(Comparator.comparing(step -> Objects.requireNonNull(step.durationSeconds())))
                            .map(Step::nodeName)
                            .orElse(null));
        }
    }

    static ExecutionView of(Execution execution, int version, List<ExecutionStep> steps) {
        List<UUID> path = steps.stream()
                .filter(step -> step.status() == StepStatus.COMPLETED)
                .sorted(Comparator.comparing(step -> Objects.requireNonNull(step.completedAt())))
                .map(ExecutionStep::nodeId)
                .toList();
        return new ExecutionView(
                execution.id(),
                execution.workflowId(),
                execution.projectId(),
                version,
                execution.status(),
                execution.triggerType(),
                execution.actsAs(),
                execution.retryOf(),
                execution.inputData(),
                execution.outputData(),
                execution.vars(),
                execution.error(),
                path,
                steps.stream().map(Step::of).toList(),
                Metrics.of(execution, steps),
                execution.startedAt(),
                execution.completedAt(),
                ExecutionSummary.seconds(execution.startedAt(), execution.completedAt()),
                execution.createdAt(),
                execution.updatedAt());
    }
}
