package io.nocode.automation.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Decides what follows a step. A node runs once, when every way to it is decided and at least one was taken; a node that
 * no way was taken to is skipped, and so are those behind it (dead path elimination, WS-BPEL 2.0, section 11.6.2).
 */
public final class Flow {
    /**
     * What follows.
     *
     * @param ready the nodes to run now
     * @param skipped the nodes that will never be run
     */
    public record Next(Set<UUID> ready, Set<UUID> skipped) {}

    private Flow() {}

    /**
     * What follows a node that has just been settled.
     *
     * @param settled the nodes that ended or were skipped before, each with the edges that were taken from it
     * @param node the node that has ended
     * @param taken the edges that are taken from it
     */
    public static Next next(Graph graph, Map<UUID, Set<UUID>> settled, UUID node, Set<UUID> taken) {
        Map<UUID, Set<UUID>> known = new HashMap<>(settled);
        known.put(node, taken);
        Set<UUID> ready = new LinkedHashSet<>();
        Set<UUID> skipped = new LinkedHashSet<>();
        Deque<UUID> open = new ArrayDeque<>(Set.of(node));
        while (!open.isEmpty()) {
            for (Edge edge : graph.outgoing(open.removeFirst())) {
                UUID target = edge.target();
                if (known.containsKey(target) || ready.contains(target) || !isDecided(graph, known, target)) {
                    continue;
                }
                if (isTaken(graph, known, target)) {
                    ready.add(target);
                } else {
                    skipped.add(target);
                    known.put(target, Set.of());
                    open.addLast(target);
                }
            }
        }
        return new Next(ready, skipped);
    }

    /**
     * The nodes with which an execution begins: the trigger, or where some nodes are settled already, those that follow
     * them.
     */
    public static Set<UUID> start(Graph graph, Map<UUID, Set<UUID>> settled) {
        Set<UUID> ready = new LinkedHashSet<>();
        for (Node node : graph.nodes()) {
            UUID id = node.id();
            boolean first = node.isTrigger();
            if (!settled.containsKey(id) && (first || (isDecided(graph, settled, id) && isTaken(graph, settled, id)))) {
                ready.add(id);
            }
        }
        return ready;
    }

    private static boolean isDecided(Graph graph, Map<UUID, Set<UUID>> known, UUID node) {
        return graph.incoming(node).stream().allMatch(edge -> known.containsKey(edge.source()));
    }

    private static boolean isTaken(Graph graph, Map<UUID, Set<UUID>> known, UUID node) {
        return graph.incoming(node).stream()
                .anyMatch(edge -> known.getOrDefault(edge.source(), Set.of()).contains(edge.id()));
    }
}
