package io.nocode.automation.workflows;

import io.nocode.automation.expressions.Expression;
import io.nocode.automation.expressions.ExpressionFault;
import io.nocode.automation.nodes.ConfigField;
import io.nocode.automation.nodes.NodeKind;
import io.nocode.automation.nodes.NodeKinds;
import io.nocode.shared.problem.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a node or an edge must be to be stored, even in a draft. */
@ApplicationScoped
class NodeRules {
    @Inject
    private NodeKinds kinds;

    /** Blames what is wrong, each property by its path after the prefix. */
    void check(NodeBody body, String prefix, Faults faults) {
        if (!kinds.typeNames().contains(body.nodeType())) {
            faults.add(prefix + "node_type", "field.must_be.one_of", String.join(", ", kinds.typeNames()));
            return;
        }
        if (body.config() != null && !body.config().isObject() && !body.config().isNull()) {
            faults.add(prefix + "config", "field.must_be_object");
            return;
        }
        checkForms(body, prefix, faults);
        Optional<NodeKind> kind = kinds.find(body.nodeType(), body.action());
        boolean isAction = body.nodeType().equals(NodeKinds.ACTION);
        if (kind.isPresent()) {
            NodeKinds.check(kind.get(), body.settings(), prefix + "config", faults);
        }
        if (isAction ? (kind.isEmpty() || body.contradictsItself()) : body.action() != null) {
            String path = body.actionType() == null && body.action() != null ? "config.action_type" : "action_type";
            if (isAction) {
                faults.add(
                        prefix + path,
                        "field.must_be.one_of",
                        kinds.actions().stream().map(NodeKind::name).collect(Collectors.joining(", ")));
            } else {
                faults.unknown(prefix + path);
            }
        }
    }

    private static void checkForms(NodeBody body, String prefix, Faults faults) {
        if (body.position() != null
                && !body.position().isObject()
                && !body.position().isNull()) {
            faults.add(prefix + "position", "field.must_be_object");
        }
        if (body.inputs() != null && !body.inputs().isArray() && !body.inputs().isNull()) {
            faults.add(prefix + "inputs", "field.must_be.array");
        }
        if (body.outputs() != null
                && !body.outputs().isArray()
                && !body.outputs().isNull()) {
            faults.add(prefix + "outputs", "field.must_be.array");
        }
        checkDuration(body.timeout(), prefix + "timeout", faults);
        if (body.retry() != null) {
            checkDuration(body.retry().backoff(), prefix + "retry.backoff", faults);
            checkDuration(body.retry().maxBackoff(), prefix + "retry.max_backoff", faults);
        }
    }

    /** A duration of something that is waited for: longer than nothing, at most a day. */
    static void checkDuration(@Nullable Duration duration, String path, Faults faults) {
        if (duration != null
                && (duration.isNegative() || duration.isZero() || duration.compareTo(Duration.ofDays(1)) > 0)) {
            faults.add(path, "field.between", "PT0.001S", "P1D");
        }
    }

    static void checkCondition(@Nullable String condition, String path, Faults faults) {
        if (condition != null && !condition.isBlank()) {
            try {
                Expression.of(condition);
            } catch (ExpressionFault fault) {
                ConfigField.blame(faults, path, fault);
            }
        }
    }
}
