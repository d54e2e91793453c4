package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.json.TextCheck;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an execution is asked for with. Read by hand: {@code wait} cannot be the name of a record's component.
 *
 * @param seconds how many seconds to wait for its end
 */
public record ExecuteWorkflow(
        @Schema(type = SchemaType.OBJECT, example = "{\"amount\": 150}") @Nullable
        JsonNode inputData,

        @Schema(
                name = "wait",
                type = SchemaType.INTEGER,
                minimum = "0",
                maximum = "30",
                defaultValue = "0",
                description = "How many seconds to wait for the end.")
        int seconds) {
    private static final int MOST = 30;

    /** What a body asks for; an empty one asks for an empty input. */
    static ExecuteWorkflow of(@Nullable JsonNode body) {
        JsonNode tree = body == null || body.isMissingNode() || body.isNull() ? Json.object() : body;
        if (!tree.isObject()) {
            throw CommonProblem.INVALID.at("body", "field.must_be_object");
        }
        Faults faults = new Faults();
        TextCheck.check(tree, "", faults);
        tree.fieldNames().forEachRemaining(name -> {
            if (!name.equals("input_data") && !name.equals("wait")) {
                faults.unknown(name);
            }
        });
        JsonNode wait = tree.path("wait");
        int seconds = 0;
        if (wait.isIntegralNumber() && wait.canConvertToInt() && wait.intValue() >= 0 && wait.intValue() <= MOST) {
            seconds = wait.intValue();
        } else if (!wait.isMissingNode() && !wait.isNull()) {
            faults.add("wait", "field.between", 0, MOST);
        }
        JsonNode input = tree.path("input_data");
        if (!input.isObject() && !input.isMissingNode() && !input.isNull()) {
            faults.add("input_data", "field.must_be_object");
        }
        faults.throwIfAny();
        return new ExecuteWorkflow(input.isObject() ? input : null, seconds);
    }

    /** The input; an empty object where none was sent. */
    JsonNode input() {
        return inputData == null ? Json.object() : inputData;
    }
}
