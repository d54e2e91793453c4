package io.nocode.automation.workflows;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.Edge;
import io.nocode.automation.engine.EdgeKind;
import io.nocode.automation.engine.Graph;
import io.nocode.automation.engine.Node;
import io.nocode.automation.engine.OnError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All of a workflow that an execution needs: what a version freezes. */
public record Definition(
        TriggerType triggerType,
        JsonNode triggerConfig,
        WorkflowSettings settings,
        List<GraphNode> nodes,
        List<GraphEdge> edges) {

    /** The graph as the engine sees it. */
    @JsonIgnore
    public Graph graph() {
        return Graph.of(
                nodes.stream()
                        .map(node -> new Node(
                                UUID.fromString(node.id()),
                                node.name(),
                                node.nodeType(),
                                node.onError() == null ? OnError.FAIL : node.onError()))
                        .toList(),
                edges.stream()
                        .map(edge -> new Edge(
                                UUID.fromString(String.valueOf(edge.id())),
                                UUID.fromString(edge.sourceNode()),
                                UUID.fromString(edge.targetNode()),
                                edge.kind() == null ? EdgeKind.DEFAULT : edge.kind(),
                                edge.label() == null ? "" : edge.label(),
                                edge.condition() == null ? "" : edge.condition()))
                        .toList());
    }

    /** The node with this id. */
    public Optional<GraphNode> node(UUID id) {
        String text = id.toString();
        return nodes.stream().filter(node -> node.id().equals(text)).findFirst();
    }
}
