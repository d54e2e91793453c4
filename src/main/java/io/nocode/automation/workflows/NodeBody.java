package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.OnError;
import io.nocode.shared.json.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What can be written of a node.
 *
 * @param actionType for nodes of the type action: which; it may stand in {@code config} as well
 */
public record NodeBody(
        @NotBlank @Size(max = 100) @Schema(example = "Large?")
        String name,

        @NotBlank @Schema(example = "condition") String nodeType,
        @Nullable String actionType,

        @Schema(type = SchemaType.OBJECT, example = "{\"x\": 100, \"y\": 40}") @Nullable
        JsonNode position,

        @Schema(type = SchemaType.OBJECT, example = "{\"expression\": \"input_data.amount > 100\"}") @Nullable
        JsonNode config,

        @Schema(type = SchemaType.ARRAY) @Nullable JsonNode inputs,
        @Schema(type = SchemaType.ARRAY) @Nullable JsonNode outputs,
        @Valid @Nullable NodeRetry retry,

        @Schema(implementation = String.class, format = "duration") @Nullable
        Duration timeout,

        @Nullable OnError onError) {
    private static final String ACTION_TYPE = "action_type";

    /** The configuration without the action's name. */
    ObjectNode settings() {
        ObjectNode settings = config instanceof ObjectNode object ? object.deepCopy() : Json.object();
        settings.remove(ACTION_TYPE);
        return settings;
    }

    /** The action that is named, beside the configuration or in it; null for none. */
    @Nullable
    String action() {
        String within = config == null ? null : config.path(ACTION_TYPE).textValue();
        return actionType == null ? within : actionType;
    }

    /** Whether two different actions are named. */
    boolean contradictsItself() {
        String within = config == null ? null : config.path(ACTION_TYPE).textValue();
        return within != null && actionType != null && !within.equals(actionType);
    }
}
