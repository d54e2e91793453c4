package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new workflow, in a project. */
public record CreateWorkflow(
        @NotBlank @Size(max = 200) @Schema(example = "Large orders")
        String name,

        @Nullable @Size(max = 5_000) String description,
        @NotNull UUID project,
        @Schema(defaultValue = "manual") @Nullable TriggerType triggerType,

        @Schema(type = SchemaType.OBJECT, example = "{}") @Nullable
        JsonNode triggerConfig,

        @Valid @Nullable WorkflowSettings settings) {

    WorkflowUpdate update() {
        return new WorkflowUpdate(name, description, triggerType, triggerConfig, settings);
    }
}
