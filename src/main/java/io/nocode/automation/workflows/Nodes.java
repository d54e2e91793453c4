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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The nodes of workflows' drafts. Whoever changes a graph holds its workflow's lock. */
@ApplicationScoped
@Transactional
public class Nodes {
    /** How many nodes a workflow may have. */
    static final int MOST = 500;

    @Inject
    private WorkflowRepository repository;

    @Inject
    private NodeRules rules;

    @Inject
    private Clock clock;

    Page<NodeView> list(UUID workflow, PageRequest asked) {
        repository.require(workflow, Action.WORKFLOWS_SEE);
        return repository.nodePage(asked, workflow).map(WorkflowNode::view);
    }

    NodeView get(UUID workflow, UUID id) {
        repository.require(workflow, Action.WORKFLOWS_SEE);
        return repository.node(workflow, id).view();
    }

    NodeView create(UUID workflowId, NodeBody body) {
        return create(workflowId, List.of(body), "").get(0);
    }

    /** All of them or none. */
    List<NodeView> createAll(UUID workflowId, List<NodeBody> bodies) {
        return create(workflowId, bodies, "nodes");
    }

    private List<NodeView> create(UUID workflowId, List<NodeBody> bodies, String path) {
        Workflow workflow = repository.requireLocked(workflowId, Action.WORKFLOWS_EDIT);
        Faults faults = new Faults();
        for (int i = 0; i < bodies.size(); i++) {
            rules.check(bodies.get(i), path.isEmpty() ? "" : path + "[" + i + "].", faults);
        }
        faults.throwIfAny();
        List<WorkflowNode> present = repository.nodes(workflowId);
        if (present.size() + bodies.size() > MOST) {
            throw WorkflowProblem.LIMIT_NODES.because(MOST);
        }
        Set<String> names = present.stream().map(WorkflowNode::name).collect(Collectors.toCollection(HashSet::new));
        List<NodeView> made = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            NodeBody body = bodies.get(i);
            if (!names.add(body.name().strip())) {
                String where = path.isEmpty() ? "name" : path + "[" + i + "].name";
                throw WorkflowProblem.NODE_NAME_TAKEN.at(where, "field.taken");
            }
            WorkflowNode node = new WorkflowNode(workflowId, body, clock.instant());
            repository.add(node);
            made.add(node.view());
        }
        workflow.touch(clock.instant());
        return made;
    }

    NodeView replace(UUID workflow, UUID id, NodeBody body) {
        return changed(locked(workflow, id), body);
    }

    NodeView merge(UUID workflow, UUID id, JsonNode patch) {
        WorkflowNode node = locked(workflow, id);
        return changed(node, Body.merged(bareBody(node, patch), patch, NodeBody.class));
    }

    /** The action's name stands in two places of a body: what a patch says in one must not be gainsaid by the other. */
    private static NodeBody bareBody(WorkflowNode node, JsonNode patch) {
        NodeBody body = node.body();
        boolean inConfig = patch.path("config").has("action_type");
        boolean beside = patch.has("action_type");
        return new NodeBody(
                body.name(),
                body.nodeType(),
                inConfig && !beside ? null : body.actionType(),
                body.position(),
                body.settings(),
                body.inputs(),
                body.outputs(),
                body.retry(),
                body.timeout(),
                body.onError());
    }

    void delete(UUID workflow, UUID id) {
        repository.remove(locked(workflow, id));
    }

    private WorkflowNode locked(UUID workflowId, UUID id) {
        Workflow workflow = repository.requireLocked(workflowId, Action.WORKFLOWS_EDIT);
        WorkflowNode node = repository.node(workflowId, id);
        Preconditions.check(node::view);
        workflow.touch(clock.instant());
        return node;
    }

    private NodeView changed(WorkflowNode node, NodeBody body) {
        Faults faults = new Faults();
        rules.check(body, "", faults);
        faults.throwIfAny();
        @Nullable
        WorkflowNode namesake = repository.nodes(node.workflowId()).stream()
                .filter(other -> !other.id().equals(node.id())
                        && other.name().equals(body.name().strip()))
                .findFirst()
                .orElse(null);
        if (namesake != null) {
            throw WorkflowProblem.NODE_NAME_TAKEN.at("name", "field.taken");
        }
        node.become(body, clock.instant());
        return node.view();
    }
}
