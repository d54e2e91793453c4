package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.Edge;
import io.nocode.automation.expressions.EvaluationFault;
import io.nocode.automation.expressions.Expression;
import io.nocode.automation.expressions.ExpressionFault;
import io.nocode.automation.expressions.Scope;
import io.nocode.automation.nodes.NodeRun;
import io.nocode.automation.workflows.Definitions;
import io.nocode.automation.workflows.GraphNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.security.Caller;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A step that is being run, with all that it needs: no transaction is open meanwhile.
 *
 * @param outputs what each finished node gave, by its name
 */
record BegunStep(
        StepTask task,
        Definitions.Frozen version,
        GraphNode node,
        UUID projectId,
        JsonNode inputData,
        ObjectNode outputs,
        ObjectNode vars,
        ObjectNode user,
        ObjectNode project,
        Caller actsAs,
        Instant now) {

    NodeRun run() {
        return new NodeRun(projectId, node.settings(), inputData, scope(vars), now, task.resumed());
    }

    private Scope scope(ObjectNode variables) {
        return Scope.of(inputData, outputs, variables, user, project, now);
    }

    /** Those of the edges whose conditions hold, now that the node has given its output. */
    Set<UUID> holding(List<Edge> edges, JsonNode output, ObjectNode newVariables) throws EvaluationFault {
        ObjectNode known = outputs.deepCopy();
        known.putObject(node.name()).set("output", output);
        ObjectNode variables = vars.deepCopy();
        variables.setAll(newVariables);
        Scope scope = Scope.of(inputData, known, variables, user, project, now);
        Set<UUID> holding = new HashSet<>();
        for (Edge edge : edges) {
            try {
                if (edge.condition().isBlank()
                        || Expression.of(edge.condition()).holds(scope)) {
                    holding.add(edge.id());
                }
            } catch (ExpressionFault wasSavedFaulty) {
                throw new IllegalStateException(wasSavedFaulty);
            }
        }
        return holding;
    }

    static ObjectNode output(JsonNode output) {
        ObjectNode entry = Json.object();
        entry.set("output", output);
        return entry;
    }
}
