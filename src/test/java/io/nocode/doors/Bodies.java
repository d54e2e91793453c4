package io.nocode.doors;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the OpenAPI document says of the bodies and queries that operations take. */
final class Bodies {
    private static final Set<String> OF_EVERY_LIST = Set.of("page_size", "search", "sort_by", "sort_order");
    private static final JsonNode DOCUMENT = document();

    private Bodies() {}

    /** The properties of a door's body with their schemas; none where it takes no object. */
    static Map<String, JsonNode> properties(Door door) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        resolved(operation(door).at("/requestBody/content/application~1json/schema"))
                .path("properties")
                .properties()
                .forEach(each -> found.put(each.getKey(), resolved(each.getValue())));
        return found;
    }

    /** Whether a property can be an object or a list, so that anything can be put within it. */
    static boolean isContainer(JsonNode schema) {
        String text = schema.path("type").toString();
        return text.contains("object") || text.contains("array") || !schema.has("type");
    }

    /** The names of the query parameters of an operation that are its own. */
    static List<String> parameters(Door door) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation(door).path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && !OF_EVERY_LIST.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether the document says what JSON a door takes. */
    static boolean isDescribed(Door door) {
        return !operation(door)
                .at("/requestBody/content/application~1json/schema")
                .isEmpty();
    }

    private static JsonNode operation(Door door) {
        return DOCUMENT.path("paths").path(door.template()).path(door.method().toLowerCase(Locale.ROOT));
    }

    private static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : DOCUMENT.at(reference.substring(1));
    }

    private static JsonNode document() {
        try (InputStream stream = Bodies.class.getResourceAsStream("/openapi/openapi.json")) {
            return Json.mapper().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
