package io.nocode.automation.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression sees: {@code input_data, nodes.<name>.output, vars, user, project, now}. */
public final class Scope {
    /** The names of the objects among the variables; beside them there is {@code now}. */
    static final List<String> OBJECTS = List.of("input_data", "nodes", "vars", "user", "project");

    private final ObjectNode data;
    private final Instant now;
    private @Nullable Map<String, Object> values;

    private Scope(ObjectNode data, Instant now) {
        this.data = data;
        this.now = now;
    }

    /**
     * A scope of these objects.
     *
     * @param nodes by name, each with its {@code output}
     */
    public static Scope of(
            JsonNode inputData, ObjectNode nodes, ObjectNode vars, ObjectNode user, ObjectNode project, Instant now) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("input_data", inputData);
        data.set("nodes", nodes);
        data.set("vars", vars);
        data.set("user", user);
        data.set("project", project);
        return new Scope(data, now);
    }

    /** What a path of plain names leads to, with its exact digits; missing where it leads nowhere. */
    JsonNode at(List<String> path) {
        JsonNode node = data;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    /** The variables as the expression language has them. */
    Map<String, Object> values() {
        Map<String, Object> known = values;
        if (known == null) {
            known = new HashMap<>();
            for (String name : OBJECTS) {
                known.put(name, Values.fromJson(data.path(name)));
            }
            known.put("now", now);
            values = known;
        }
        return known;
    }
}
