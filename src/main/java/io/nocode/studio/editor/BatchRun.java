package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Body;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.problem.Problem;
import io.nocode.studio.components.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One batch at work: its operations in order, with the names that it has given to new components. */
final class BatchRun {
    private static final List<String> REFERENCES = List.of("component_id", "parent");

    private final Edits edits;
    private final UUID project;
    private final Map<String, UUID> named = new HashMap<>();

    BatchRun(Edits edits, UUID project) {
        this.edits = edits;
        this.project = project;
    }

    List<BatchDone.Result> run(List<ObjectNode> operations) {
        List<BatchDone.Result> results = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            try {
                results.add(run(operations.get(i)));
            } catch (Problem problem) {
                throw within("operations[" + i + "]", problem);
            }
        }
        return results;
    }

    private BatchDone.Result run(ObjectNode operation) {
        ObjectNode body = operation.deepCopy();
        String op = text(body.remove("op"), "op");
        String ref = body.has("ref") ? text(body.remove("ref"), "ref") : null;
        if (ref != null && (!op.equals("add") || named.containsKey(ref))) {
            throw CommonProblem.INVALID.at("ref", op.equals("add") ? "field.duplicate" : "field.unknown");
        }
        for (String name : REFERENCES) {
            UUID id = named.get(body.path(name).asText());
            if (id != null) {
                body.put(name, id.toString());
            }
        }
        Component component =
                switch (op) {
                    case "add" -> {
                        body.put("project_id", project.toString());
                        Component added =
                                edits.add(Body.as(body, AddComponent.class)).component();
                        if (ref != null) {
                            named.put(ref, added.id());
                        }
                        yield added;
                    }
                    case "move" -> edits.move(project, Body.as(body, MoveComponent.class));
                    case "update" -> edits.update(project, Body.as(body, UpdateComponent.class));
                    case "remove" -> edits.remove(project, Body.as(body, RemoveComponent.class));
                    default ->
                        throw CommonProblem.INVALID.at("op", "field.must_be.one_of", "add, move, update, remove");
                };
        return new BatchDone.Result(op, ref, component.id(), component.pageId());
    }

    private static String text(@Nullable JsonNode node, String name) {
        if (node == null) {
            throw CommonProblem.INVALID.at(name, "field.required");
        }
        if (!node.isTextual()) {
            throw CommonProblem.INVALID.at(name, "field.must_be.text");
        }
        return node.textValue();
    }

    /** The same problem, with its faults named from the body's root. */
    private static Problem within(String path, Problem problem) {
        Faults faults = new Faults();
        problem.details().forEach((field, fault) -> {
            if (fault instanceof Fault one) {
                faults.add(path + "." + field, one.key(), one.words());
            }
        });
        if (faults.isEmpty()) {
            faults.add(path, "problem." + problem.reason().name(), problem.words());
        }
        return problem.reason().at(faults);
    }
}
