package io.nocode.foundation.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** What differs between two states of one thing, as details of an entry. */
public final class Changes {
    private Changes() {}

    /** The properties that differ, each as {@code {"from": …, "to": …}}; empty where nothing does. */
    public static Map<String, JsonNode> between(Object before, Object after) {
        JsonNode was = Json.tree(before);
        Map<String, JsonNode> changes = new TreeMap<>();
        Json.tree(after).properties().forEach(property -> {
            JsonNode from = was.path(property.getKey());
            if (!from.equals(property.getValue())) {
                changes.put(property.getKey(), change(from, property.getValue()));
            }
        });
        return changes;
    }

    private static JsonNode change(JsonNode from, JsonNode to) {
        ObjectNode change = Json.object();
        change.set("from", from);
        change.set("to", to);
        return change;
    }
}
