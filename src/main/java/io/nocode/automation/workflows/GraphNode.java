package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.OnError;
import io.nocode.automation.engine.RetryPolicy;
import io.nocode.shared.json.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A node within a whole graph. A new one carries any text as its id that no other node of the graph has. */
public record GraphNode(
        @NotBlank @Size(max = 100) String id,
        @NotBlank @Size(max = 100) String name,
        @NotBlank String nodeType,
        @Nullable String actionType,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode position,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode config,
        @Schema(type = SchemaType.ARRAY) @Nullable JsonNode inputs,
        @Schema(type = SchemaType.ARRAY) @Nullable JsonNode outputs,
        @Valid @Nullable NodeRetry retry,

        @Schema(implementation = String.class, format = "duration") @Nullable
        Duration timeout,

        @Nullable OnError onError) {

    NodeBody body() {
        return new NodeBody(name, nodeType, actionType, position, config, inputs, outputs, retry, timeout, onError);
    }

    /** The configuration without the action's name. */
    public ObjectNode settings() {
        return body().settings();
    }

    /** The action that the node names; null where it is none. */
    public @Nullable String action() {
        return body().action();
    }

    /** How this node is tried, where it does not follow the workflow's settings. */
    public RetryPolicy retryOr(RetryPolicy otherwise) {
        return retry == null ? otherwise : retry.policy();
    }

    static JsonNode orEmptyObject(@Nullable JsonNode node) {
        return node == null || node.isNull() ? Json.object() : node;
    }
}
