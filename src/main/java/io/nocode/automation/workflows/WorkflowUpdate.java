package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of a workflow. It holds for executions from the next activation on. */
public record WorkflowUpdate(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 5_000) String description,
        @Schema(defaultValue = "manual") @Nullable TriggerType triggerType,

        @Schema(type = SchemaType.OBJECT, example = "{}") @Nullable
        JsonNode triggerConfig,

        @Valid @Nullable WorkflowSettings settings) {}
