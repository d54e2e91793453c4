package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import io.nocode.automation.expressions.EvaluationFault;
import io.nocode.automation.expressions.Expression;
import io.nocode.automation.expressions.ExpressionFault;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Goes on by the edges that are labelled with the first case that holds. */
@ApplicationScoped
class SwitchNode implements NodeKind {
    /** The label that is taken where no case holds and the configuration names none. */
    static final String OTHERWISE = "default";

    @Override
    public String name() {
        return "switch";
    }

    @Override
    public String description() {
        return "Goes on by the edges labelled with the name of the first case that holds.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(
                ConfigField.required("cases", ConfigField.Form.CASES, "Each with a name and an expression, in order."),
                ConfigField.optional(
                        "default", ConfigField.Form.TEXT, "The label that is taken where no case holds: default."));
    }

    @Override
    public Outcome run(NodeRun run) throws EvaluationFault {
        try {
            for (JsonNode one : run.given().path("cases")) {
                if (Expression.of(one.path("expression").asText()).holds(run.scope())) {
                    return taken(one.path("name").asText());
                }
            }
        } catch (ExpressionFault fault) {
            return new Outcome.Failed(Failure.lasting("EXPRESSION", String.valueOf(fault.getMessage())));
        }
        String otherwise = run.text("default");
        return taken(otherwise.isEmpty() ? OTHERWISE : otherwise);
    }

    private static Outcome taken(String name) {
        return new Outcome.Completed(Json.object().put("case", name), Port.caseOf(name));
    }
}
