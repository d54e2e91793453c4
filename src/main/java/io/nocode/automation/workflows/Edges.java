package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.rest.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The edges of workflows' drafts. */
@ApplicationScoped
@Transactional
public class Edges {
    @Inject
    private WorkflowRepository repository;

    @Inject
    private Clock clock;

    Page<EdgeView> list(UUID workflow, PageRequest asked) {
        repository.require(workflow, Action.WORKFLOWS_SEE);
        return repository.edgePage(asked, workflow).map(WorkflowEdge::view);
    }

    EdgeView get(UUID workflow, UUID id) {
        repository.require(workflow, Action.WORKFLOWS_SEE);
        return repository.edge(workflow, id).view();
    }

    EdgeView create(UUID workflowId, EdgeBody body) {
        Workflow workflow = repository.requireLocked(workflowId, Action.WORKFLOWS_EDIT);
        check(workflowId, body, null);
        WorkflowEdge edge = new WorkflowEdge(workflowId, body, clock.instant());
        repository.add(edge);
        workflow.touch(clock.instant());
        return edge.view();
    }

    EdgeView replace(UUID workflow, UUID id, EdgeBody body) {
        return changed(locked(workflow, id), body);
    }

    EdgeView merge(UUID workflow, UUID id, JsonNode patch) {
        WorkflowEdge edge = locked(workflow, id);
        return changed(edge, Body.merged(edge.body(), patch, EdgeBody.class));
    }

    void delete(UUID workflow, UUID id) {
        repository.remove(locked(workflow, id));
    }

    private WorkflowEdge locked(UUID workflowId, UUID id) {
        Workflow workflow = repository.requireLocked(workflowId, Action.WORKFLOWS_EDIT);
        WorkflowEdge edge = repository.edge(workflowId, id);
        Preconditions.check(edge::view);
        workflow.touch(clock.instant());
        return edge;
    }

    private EdgeView changed(WorkflowEdge edge, EdgeBody body) {
        check(edge.workflowId(), body, edge.id());
        edge.become(body, clock.instant());
        return edge.view();
    }

    private void check(UUID workflow, EdgeBody body, @Nullable UUID self) {
        Faults faults = new Faults();
        Set<UUID> nodes =
                repository.nodes(workflow).stream().map(WorkflowNode::id).collect(Collectors.toSet());
        if (!nodes.contains(body.sourceNode())) {
            faults.add("source_node", "field.no_such_node");
        }
        if (!nodes.contains(body.targetNode())) {
            faults.add("target_node", "field.no_such_node");
        }
        NodeRules.checkCondition(body.condition(), "condition", faults);
        faults.throwIfAny();
        if (body.sourceNode().equals(body.targetNode())) {
            throw WorkflowProblem.SELF_EDGE.because();
        }
        List<WorkflowEdge> present = repository.edges(workflow);
        if (present.stream().anyMatch(edge -> !edge.id().equals(self) && edge.isLike(body))) {
            throw WorkflowProblem.EDGE_EXISTS.because();
        }
    }
}
