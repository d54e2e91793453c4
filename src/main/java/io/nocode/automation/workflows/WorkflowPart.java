package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.json.Body;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.problem.Problem;
import io.nocode.studio.documents.ProjectPart;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The workflows within a project's document, by their names, and the nodes of each by theirs. Secrets stay where they
 * are, and whether a workflow is active: one that comes with a document is a draft.
 */
@ApplicationScoped
public class WorkflowPart implements ProjectPart {
    @Inject
    private WorkflowRepository repository;

    @Inject
    private Workflows workflows;

    @Inject
    private Graphs graphs;

    @Inject
    private Drafts drafts;

    @Inject
    private Triggers triggers;

    @Inject
    private ProjectDirectory projects;

    @Override
    public ArrayNode export(UUID project) {
        ArrayNode all = Json.array();
        repository.of(project).stream()
                .sorted(Comparator.comparing(Workflow::name).thenComparing(Workflow::id))
                .forEach(workflow -> all.add(written(workflow)));
        return all;
    }

    @Override
    public List<Missing> missing(UUID project, List<TableSchema> tables) {
        Map<String, TableSchema> byName = new HashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        List<Missing> missing = new ArrayList<>();
        repository.of(project).stream()
                .sorted(Comparator.comparing(Workflow::name).thenComparing(Workflow::id))
                .forEach(workflow -> drafts.definition(workflow).nodes().forEach(node -> {
                    String where = workflow.name() + ": " + node.name();
                    missing(node.settings(), where, byName, missing);
                }));
        return missing;
    }

    private static void missing(
            ObjectNode settings, String where, Map<String, TableSchema> tables, List<Missing> missing) {
        JsonNode named = settings.path("table");
        if (!named.isTextual() || named.textValue().contains("{{")) {
            return;
        }
        TableSchema table = tables.get(named.textValue());
        if (table == null) {
            missing.add(new Missing(where, named.textValue(), ""));
            return;
        }
        settings.path("data").fieldNames().forEachRemaining(field -> {
            if (table.field(field).isEmpty()) {
                missing.add(new Missing(where, table.name(), field));
            }
        });
    }

    private ObjectNode written(Workflow workflow) {
        ObjectNode json = Json.object().put("name", workflow.name()).put("description", workflow.description());
        json.set("trigger_type", Json.tree(workflow.triggerType()));
        json.set("trigger_config", triggers.of(workflow.triggerType()).shown(workflow.triggerConfig()));
        json.set("settings", Json.tree(workflow.settings().complete()));
        Definition definition = drafts.definition(workflow);
        Map<String, String> names = new HashMap<>();
        definition.nodes().forEach(node -> names.put(node.id(), node.name()));
        ArrayNode nodes = json.putArray("nodes");
        definition.nodes().stream()
                .sorted(Comparator.comparing(GraphNode::name))
                .forEach(node -> {
                    ObjectNode one = (ObjectNode) Json.tree(node);
                    one.remove("id");
                    nodes.add(one);
                });
        ArrayNode edges = json.putArray("edges");
        definition.edges().stream()
                .map(edge -> edge(edge, names))
                .sorted(Comparator.comparing(ObjectNode::toString))
                .forEach(edges::add);
        return json;
    }

    private static ObjectNode edge(GraphEdge edge, Map<String, String> names) {
        ObjectNode one = (ObjectNode) Json.tree(edge);
        one.remove("id");
        return one.put("source_node", names.getOrDefault(edge.sourceNode(), ""))
                .put("target_node", names.getOrDefault(edge.targetNode(), ""));
    }

    @Override
    public void replace(UUID projectId, ArrayNode wanted, String path, Faults faults) {
        Map<String, Deque<Workflow>> present = new HashMap<>();
        repository
                .of(projectId)
                .forEach(workflow -> present.computeIfAbsent(workflow.name(), name -> new ArrayDeque<>())
                        .add(workflow));
        if (wanted.isEmpty() && present.isEmpty()) {
            return;
        }
        ProjectRef project = projects.require(projectId, Action.WORKFLOWS_EDIT);
        for (int i = 0; i < wanted.size(); i++) {
            try {
                put(project, wanted.get(i), present);
            } catch (Problem refused) {
                String place = path + "[" + i + "].";
                refused.details().forEach((field, fault) -> {
                    if (fault instanceof Fault told) {
                        faults.add(place + field, told.key(), told.words());
                    }
                });
                // The transaction is spent: what comes after is not looked at.
                faults.throwIfAny();
                throw refused;
            }
        }
        present.values().forEach(gone -> gone.forEach(workflow -> workflows.delete(workflow.id())));
    }

    private void put(ProjectRef project, JsonNode part, Map<String, Deque<Workflow>> present) {
        ObjectNode head = Json.object();
        part.properties().forEach(property -> {
            if (!List.of("nodes", "edges").contains(property.getKey())) {
                head.set(property.getKey(), property.getValue());
            }
        });
        WorkflowUpdate update = Body.as(head, WorkflowUpdate.class);
        Deque<Workflow> same = present.getOrDefault(update.name().strip(), new ArrayDeque<>());
        Workflow known = same.poll();
        UUID id = known == null
                ? workflows
                        .create(new CreateWorkflow(
                                update.name(),
                                update.description(),
                                project.id(),
                                update.triggerType(),
                                update.triggerConfig(),
                                update.settings()))
                        .id()
                : workflows.replace(known.id(), update).id();
        graphs.replace(id, Body.as(graph(part, id), GraphUpdate.class));
    }

    /** The graph with ids: those of the nodes that are there under their names, else the names themselves. */
    private ObjectNode graph(JsonNode part, UUID workflow) {
        Map<String, String> ids = new HashMap<>();
        repository
                .nodes(workflow)
                .forEach(node -> ids.put(node.inGraph().name(), node.id().toString()));
        ObjectNode graph = Json.object();
        ArrayNode nodes = graph.putArray("nodes");
        part.path("nodes").forEach(node -> {
            String name = node.path("name").asText();
            ObjectNode own = node.isObject() ? node.deepCopy() : Json.object();
            nodes.add(own.put("id", ids.getOrDefault(name, name)));
        });
        ArrayNode edges = graph.putArray("edges");
        part.path("edges").forEach(edge -> {
            ObjectNode own = edge.isObject() ? edge.deepCopy() : Json.object();
            for (String end : List.of("source_node", "target_node")) {
                String name = edge.path(end).asText();
                own.put(end, ids.getOrDefault(name, name));
            }
            edges.add(own);
        });
        return graph;
    }
}
