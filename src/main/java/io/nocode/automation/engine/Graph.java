package io.nocode.automation.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Nodes and the edges between them. Immutable; edges to nodes that are not there are left out. */
public final class Graph {
    private final Map<UUID, Node> nodes;
    private final List<Edge> edges;
    private final Map<UUID, List<Edge>> outgoing;
    private final Map<UUID, List<Edge>> incoming;

    private Graph(List<Node> nodes, List<Edge> edges) {
        this.nodes = nodes.stream()
                .collect(Collectors.toMap(Node::id, node -> node, (first, second) -> first, LinkedHashMap::new));
        this.edges = edges.stream()
                .filter(edge -> this.nodes.containsKey(edge.source()) && this.nodes.containsKey(edge.target()))
                .toList();
        outgoing = by(Edge::source);
        incoming = by(Edge::target);
    }

    public static Graph of(List<Node> nodes, List<Edge> edges) {
        return new Graph(nodes, edges);
    }

    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    public List<Edge> edges() {
        return edges;
    }

    public Optional<Node> node(UUID id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The one node where executions begin; empty where there is none, or more than one. */
    public Optional<Node> trigger() {
        List<Node> triggers = nodes.values().stream().filter(Node::isTrigger).toList();
        return triggers.size() == 1 ? Optional.of(triggers.get(0)) : Optional.empty();
    }

    public List<Edge> outgoing(UUID node) {
        return outgoing.getOrDefault(node, List.of());
    }

    public List<Edge> incoming(UUID node) {
        return incoming.getOrDefault(node, List.of());
    }

    /** The edges that lead on from a port of a node, their conditions aside. */
    public List<Edge> leaving(UUID node, Port port) {
        return outgoing(node).stream().filter(port::leadsTo).toList();
    }

    /** The nodes that can be reached from one, itself among them. */
    public Set<UUID> reachable(UUID from) {
        Set<UUID> seen = new LinkedHashSet<>(Set.of(from));
        Deque<UUID> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Edge edge : outgoing(open.removeFirst())) {
                if (seen.add(edge.target())) {
                    open.addLast(edge.target());
                }
            }
        }
        return seen;
    }

    /**
     * The nodes in an order in which each comes after all that lead to it (Kahn, 1962). Nodes on a circle, and those
     * behind one, are missing.
     */
    public List<Node> inOrder() {
        Map<UUID, Integer> missing = new LinkedHashMap<>();
        nodes.keySet().forEach(id -> missing.put(id, incoming(id).size()));
        Deque<UUID> free = new ArrayDeque<>();
        missing.forEach((id, count) -> {
            if (count == 0) {
                free.addLast(id);
            }
        });
        List<Node> order = new ArrayList<>();
        while (!free.isEmpty()) {
            UUID id = free.removeFirst();
            node(id).ifPresent(order::add);
            for (Edge edge : outgoing(id)) {
                if (missing.merge(edge.target(), -1, Integer::sum) == 0) {
                    free.addLast(edge.target());
                }
            }
        }
        return order;
    }

    /** The nodes that lie on a circle. */
    public Set<Node> onCircles() {
        Set<UUID> ordered = inOrder().stream().map(Node::id).collect(Collectors.toSet());
        return nodes.values().stream()
                .filter(node -> !ordered.contains(node.id()))
                .filter(node -> outgoing(node.id()).stream()
                        .anyMatch(edge -> reachable(edge.target()).contains(node.id())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many ways lead from the trigger to an end; 0 where the graph has circles; bounded by the largest long. */
    public long paths() {
        List<Node> order = inOrder();
        if (order.size() < nodes.size() || trigger().isEmpty()) {
            return 0;
        }
        Map<UUID, Long> ways = new LinkedHashMap<>();
        ways.put(trigger().get().id(), 1L);
        long total = 0;
        for (Node node : order) {
            long here = ways.getOrDefault(node.id(), 0L);
            for (Edge edge : outgoing(node.id())) {
                ways.merge(edge.target(), here, Graph::add);
            }
            total = outgoing(node.id()).isEmpty() ? add(total, here) : total;
        }
        return total;
    }

    private static long add(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private Map<UUID, List<Edge>> by(Function<Edge, UUID> end) {
        return edges.stream().collect(Collectors.groupingBy(end, LinkedHashMap::new, Collectors.toList()));
    }
}
