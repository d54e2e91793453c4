package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.shared.json.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an execution begins with.
 *
 * @param actsAs the account whose rights it has
 * @param retryOf the execution that it goes on with
 * @param awaited whether somebody waits for its end
 */
public record StartRequest(
        TriggerType triggerType,
        UUID actsAs,
        JsonNode inputData,
        ObjectNode vars,
        @Nullable UUID retryOf,
        boolean awaited) {
    /** From the beginning. */
    public static StartRequest of(TriggerType triggerType, UUID actsAs, JsonNode inputData, boolean awaited) {
        return new StartRequest(triggerType, actsAs, inputData, Json.object(), null, awaited);
    }
}
