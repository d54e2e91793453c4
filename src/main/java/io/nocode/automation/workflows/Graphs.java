package io.nocode.automation.workflows;

import io.nocode.automation.engine.EdgeKind;
import io.nocode.automation.engine.Graph;
import io.nocode.foundation.access.Action;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.rest.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whole graphs, read and replaced at once. */
@ApplicationScoped
@Transactional
public class Graphs {
    @Inject
    private WorkflowRepository repository;

    @Inject
    private NodeRules rules;

    @Inject
    private Drafts drafts;

    @Inject
    private Clock clock;

    GraphView get(UUID workflow) {
        return view(repository.require(workflow, Action.WORKFLOWS_SEE), null);
    }

    /** The graph as Mermaid draws it. */
    String mermaid(UUID workflow) {
        return Mermaid.of(drafts.definition(repository.require(workflow, Action.WORKFLOWS_SEE))
                .graph());
    }

    GraphView replace(UUID workflowId, GraphUpdate update) {
        Workflow workflow = repository.requireLocked(workflowId, Action.WORKFLOWS_EDIT);
        Preconditions.check(() -> view(workflow, null));
        check(update);
        Map<String, UUID> ids = replaceNodes(workflowId, update);
        replaceEdges(workflowId, update, ids);
        workflow.layOut(GraphNode.orEmptyObject(update.layout()), clock.instant());
        repository.flush();
        return view(workflow, ids);
    }

    private void check(GraphUpdate update) {
        Faults faults = new Faults();
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < update.nodes().size(); i++) {
            GraphNode node = update.nodes().get(i);
            String prefix = "nodes[" + i + "].";
            rules.check(node.body(), prefix, faults);
            if (!ids.add(node.id())) {
                faults.add(prefix + "id", "field.taken");
            }
            if (!names.add(node.name().strip())) {
                faults.add(prefix + "name", "field.taken");
            }
        }
        if (update.layout() != null
                && !update.layout().isObject()
                && !update.layout().isNull()) {
            faults.add("layout", "field.must_be_object");
        }
        Set<String> connections = new HashSet<>();
        for (int i = 0; i < update.edges().size(); i++) {
            check(update.edges().get(i), "edges[" + i + "]", ids, connections, faults);
        }
        faults.throwIfAny();
    }

    private static void check(GraphEdge edge, String path, Set<String> nodes, Set<String> connections, Faults faults) {
        if (!nodes.contains(edge.sourceNode())) {
            faults.add(path + ".source_node", "field.no_such_node");
        }
        if (!nodes.contains(edge.targetNode())) {
            faults.add(path + ".target_node", "field.no_such_node");
        }
        NodeRules.checkCondition(edge.condition(), path + ".condition", faults);
        if (edge.sourceNode().equals(edge.targetNode())) {
            throw WorkflowProblem.SELF_EDGE.at(path, "field.self_edge");
        }
        EdgeKind kind = edge.kind() == null ? EdgeKind.DEFAULT : edge.kind();
        String connection = String.join(
                "\n", edge.sourceNode(), edge.targetNode(), kind.name(), Objects.requireNonNullElse(edge.label(), ""));
        if (!connections.add(connection)) {
            throw WorkflowProblem.EDGE_EXISTS.at(path, "field.taken");
        }
    }

    private Map<String, UUID> replaceNodes(UUID workflow, GraphUpdate update) {
        Map<String, WorkflowNode> present = repository.nodes(workflow).stream()
                .collect(Collectors.toMap(node -> node.id().toString(), Function.identity()));
        Map<String, UUID> ids = new LinkedHashMap<>();
        for (GraphNode asked : update.nodes()) {
            WorkflowNode kept = present.remove(asked.id());
            if (kept != null) {
                kept.become(asked.body(), clock.instant());
            } else {
                kept = new WorkflowNode(workflow, asked.body(), clock.instant());
                repository.add(kept);
            }
            ids.put(asked.id(), kept.id());
        }
        // Edges first: the database removes those of a node with it, and JPA would miss them.
        Set<UUID> gone = present.values().stream().map(WorkflowNode::id).collect(Collectors.toSet());
        repository.edges(workflow).stream()
                .filter(edge -> gone.contains(edge.sourceNode()) || gone.contains(edge.targetNode()))
                .forEach(repository::remove);
        repository.flush();
        present.values().forEach(repository::remove);
        repository.flush();
        return ids;
    }

    private void replaceEdges(UUID workflow, GraphUpdate update, Map<String, UUID> ids) {
        Map<String, WorkflowEdge> present = new HashMap<>();
        repository.edges(workflow).forEach(edge -> present.put(edge.id().toString(), edge));
        for (GraphEdge asked : update.edges()) {
            EdgeBody body = new EdgeBody(
                    Objects.requireNonNull(ids.get(asked.sourceNode())),
                    Objects.requireNonNull(ids.get(asked.targetNode())),
                    asked.kind(),
                    asked.label(),
                    asked.condition(),
                    asked.style());
            WorkflowEdge kept = asked.id() == null ? null : present.remove(asked.id());
            if (kept != null) {
                kept.become(body, clock.instant());
            } else {
                repository.add(new WorkflowEdge(workflow, body, clock.instant()));
            }
        }
        present.values().forEach(repository::remove);
    }

    private GraphView view(Workflow workflow, @Nullable Map<String, UUID> ids) {
        Definition definition = drafts.definition(workflow);
        Graph graph = definition.graph();
        List<GraphNode> nodes = definition.nodes();
        List<GraphEdge> edges = definition.edges();
        long complexity = nodes.isEmpty() ? 0 : Math.max(1, edges.size() - nodes.size() + 2L);
        return new GraphView(
                workflow.id(),
                nodes,
                edges,
                workflow.layout(),
                new GraphView.Metadata(nodes.size(), edges.size(), graph.paths(), complexity),
                ids);
    }
}
