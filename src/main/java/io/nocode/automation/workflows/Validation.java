package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.GraphCheck;
import io.nocode.automation.nodes.NodeKind;
import io.nocode.automation.nodes.NodeKinds;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds everything that keeps a workflow from being run. */
@ApplicationScoped
class Validation {
    /** The checks in the order of the answer. */
    static final List<String> CHECKS = List.of(
            GraphCheck.CONNECTED,
            GraphCheck.ACYCLIC,
            "required_inputs",
            "expressions",
            "integration_availability",
            "trigger_config");

    @Inject
    private NodeKinds kinds;

    @Inject
    private Triggers triggers;

    /** What is wrong with a definition; empty where it can be run. */
    List<ValidationView.Issue> issues(Definition definition) {
        List<ValidationView.Issue> issues = new ArrayList<>();
        for (GraphCheck.Finding finding : GraphCheck.of(definition.graph())) {
            issues.add(issue(
                    finding.check(),
                    finding.node() == null ? null : finding.node().id(),
                    finding.node() == null ? "" : finding.node().name(),
                    new Fault(
                            finding.key(),
                            finding.node() == null ? "" : finding.node().name())));
        }
        definition.nodes().forEach(node -> check(node, issues));
        definition.edges().forEach(edge -> {
            Faults faults = new Faults();
            NodeRules.checkCondition(edge.condition(), "condition", faults);
            add("expressions", UUID.fromString(edge.sourceNode()), "", faults, issues);
        });
        Faults faults = new Faults();
        triggers.of(definition.triggerType()).checkComplete(definition.triggerConfig(), "trigger_config", faults);
        add("trigger_config", null, "", faults, issues);
        return issues;
    }

    private void check(GraphNode node, List<ValidationView.Issue> issues) {
        UUID id = UUID.fromString(node.id());
        Optional<NodeKind> kind = kinds.find(node.nodeType(), node.action());
        if (kind.isEmpty()) {
            issues.add(issue("required_inputs", id, node.name(), new Fault("workflow.no_action", node.name())));
            return;
        }
        ObjectNode config = node.settings();
        for (String missing : NodeKinds.missing(kind.get(), config)) {
            issues.add(issue(
                    "required_inputs", id, node.name(), new Fault("workflow.missing_input", node.name(), missing)));
        }
        Faults faults = new Faults();
        NodeKinds.check(kind.get(), config, "config", faults);
        add("expressions", id, node.name(), faults, issues);
    }

    private static void add(
            String check,
            @org.jspecify.annotations.Nullable UUID node,
            String name,
            Faults faults,
            List<ValidationView.Issue> issues) {
        faults.byField()
                .forEach((path, fault) -> issues.add(new ValidationView.Issue(
                        check, node, name, path + ": " + Messages.text(language(), fault.key(), fault.words()))));
    }

    private static ValidationView.Issue issue(
            String check, @org.jspecify.annotations.Nullable UUID node, String name, Fault fault) {
        return new ValidationView.Issue(check, node, name, Messages.text(language(), fault.key(), fault.words()));
    }

    private static java.util.Locale language() {
        return RequestContext.currentLanguage();
    }

    ValidationView view(UUID workflow, Definition definition) {
        List<ValidationView.Issue> issues = issues(definition);
        List<ValidationView.Check> checks = CHECKS.stream()
                .map(name -> new ValidationView.Check(
                        name, issues.stream().noneMatch(issue -> issue.check().equals(name))))
                .toList();
        return new ValidationView(workflow, issues.isEmpty(), issues.isEmpty(), checks, issues);
    }

    /** Goes on only where nothing is wrong. */
    void require(Definition definition) {
        List<ValidationView.Issue> issues = issues(definition);
        if (!issues.isEmpty()) {
            throw WorkflowProblem.WORKFLOW_INVALID.with(Map.of("problems", Json.tree(issues)));
        }
    }
}
