package io.nocode.automation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds what keeps a graph from being run. */
public final class GraphCheck {
    /** The checks, as the answers of {@code validate/} name them. */
    public static final String CONNECTED = "nodes_connected";

    public static final String ACYCLIC = "no_circular_dependencies";

    /**
     * One thing that is wrong.
     *
     * @param check which check failed
     * @param key the message key of the sentence
     * @param node where; its name is the sentence's word
     */
    public record Finding(
            String check,
            String key,
            @org.jspecify.annotations.Nullable Node node) {}

    private GraphCheck() {}

    /** Everything that is wrong with the shape of a graph; empty where it can be run. */
    public static List<Finding> of(Graph graph) {
        List<Finding> findings = new ArrayList<>();
        long triggers = graph.nodes().stream().filter(Node::isTrigger).count();
        if (triggers != 1) {
            findings.add(
                    new Finding(CONNECTED, triggers == 0 ? "workflow.no_trigger" : "workflow.several_triggers", null));
        }
        graph.trigger().ifPresent(trigger -> {
            Set<UUID> reached = graph.reachable(trigger.id());
            for (Node node : graph.nodes()) {
                if (!reached.contains(node.id())) {
                    findings.add(new Finding(CONNECTED, "workflow.not_connected", node));
                }
            }
            if (!graph.incoming(trigger.id()).isEmpty()) {
                findings.add(new Finding(CONNECTED, "workflow.edge_into_trigger", trigger));
            }
        });
        for (Node node : graph.onCircles()) {
            findings.add(new Finding(ACYCLIC, "workflow.on_circle", node));
        }
        return findings;
    }
}
