package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A kind of component.
 *
 * @param properties what its {@code config} may hold, its events' actions included, as JSON Schema
 * @param defaults the config of a new one
 * @param slots where it takes other components; {@code *} for slots that its config names
 */
public record ComponentType(
        String name,
        String category,
        String icon,
        String label,
        ObjectNode properties,
        ObjectNode defaults,
        List<String> events,
        List<String> slots) {
    static ComponentType read(JsonNode json) {
        return new ComponentType(
                json.path("name").asText(),
                json.path("category").asText(),
                json.path("icon").asText(),
                json.path("label").asText(),
                json.path("properties").deepCopy(),
                json.path("defaults").deepCopy(),
                texts(json.path("events")),
                texts(json.path("slots")));
    }

    /** Whether others can be put there. */
    boolean hasSlot(String slot) {
        return slots.contains(slot) || (slots.contains("*") && slot.matches("[a-z][a-z0-9_-]{0,39}"));
    }

    /** Where others are put if nobody says where. */
    String firstSlot(JsonNode config) {
        String first = slots.contains("content") || slots.isEmpty() ? "content" : slots.get(0);
        return first.equals("*") ? config.at("/tabs/0/key").asText("tab-1") : first;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
