package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.nocode.shared.json.Json;

/**
 * One option of a type, for the catalogue.
 *
 * @param type as in JSON Schema: integer, number, string, array
 * @param defaultValue a JSON null where leaving it out means none
 * @param required whether it must be given
 */
public record Option(String name, String type, JsonNode defaultValue, boolean required) {
    static Option optional(String name, String type) {
        return new Option(name, type, NullNode.instance, false);
    }

    static Option of(String name, String type, Object defaultValue) {
        return new Option(name, type, Json.tree(defaultValue), false);
    }

    static Option required(String name, String type) {
        return new Option(name, type, NullNode.instance, true);
    }
}
