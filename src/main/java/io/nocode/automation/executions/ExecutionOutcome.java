package io.nocode.automation.executions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.ExecutionStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An execution that was accepted; what comes after the input is there once it has ended. */
public record ExecutionOutcome(
        UUID executionId,
        UUID workflowId,
        ExecutionStatus status,
        Instant startedAt,
        JsonNode inputData,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode outputData,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.OBJECT) @Nullable
        JsonNode error,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant completedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> executionPath,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ExecutionView.Step> executionDetails) {

    static ExecutionOutcome of(ExecutionView view) {
        boolean ended = view.status().isFinal();
        return new ExecutionOutcome(
                view.id(),
                view.workflow(),
                view.status(),
                view.startedAt() == null ? view.createdAt() : view.startedAt(),
                view.inputData(),
                view.outputData(),
                view.error(),
                view.completedAt(),
                ended ? view.executionPath() : null,
                ended ? view.executionDetails() : null);
    }
}
