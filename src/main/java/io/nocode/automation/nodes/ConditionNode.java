package io.nocode.automation.nodes;

import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import io.nocode.automation.expressions.EvaluationFault;
import io.nocode.automation.expressions.Expression;
import io.nocode.automation.expressions.ExpressionFault;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Goes on by the edges of kind true or false. */
@ApplicationScoped
class ConditionNode implements NodeKind {
    @Override
    public String name() {
        return "condition";
    }

    @Override
    public String description() {
        return "Goes on by the edges of kind true where the expression holds, else by those of kind false.";
    }

    @Override
    public List<ConfigField> config() {
        return List.of(ConfigField.required(
                "expression", ConfigField.Form.EXPRESSION, "True or false, such as input_data.amount > 100."));
    }

    @Override
    public List<String> ports() {
        return List.of("true", "false", "default", "error");
    }

    @Override
    public Outcome run(NodeRun run) throws EvaluationFault {
        try {
            boolean holds = Expression.of(run.text("expression")).holds(run.scope());
            return new Outcome.Completed(Json.object().put("result", holds), holds ? Port.TRUE : Port.FALSE);
        } catch (ExpressionFault fault) {
            return new Outcome.Failed(Failure.lasting("EXPRESSION", String.valueOf(fault.getMessage())));
        }
    }
}
