package io.nocode.studio.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A starting point as its file tells it. Wherever its file has {@code {"en": …, "fr": …}}, a language has to be chosen.
 *
 * @param source with every language
 */
record Template(String key, JsonNode source) {
    private static final List<String> KEYS = List.of("crm", "inventory", "help_desk", "events", "content_site");
    private static final Map<String, Template> ALL = load();

    static List<String> keys() {
        return KEYS;
    }

    static Template named(String key) {
        Template template = ALL.get(key);
        if (template == null) {
            throw new IllegalArgumentException(key);
        }
        return template;
    }

    /** All of it in one language; English where it has no other. */
    ObjectNode in(Locale language) {
        return (ObjectNode) spoken(source, language.getLanguage());
    }

    TemplateView view(Locale language) {
        ObjectNode spoken = in(language);
        int rows = 0;
        for (JsonNode table : spoken.path("rows")) {
            rows += table.size();
        }
        return new TemplateView(
                key,
                spoken.path("name").asText(),
                spoken.path("description").asText(),
                spoken.path("icon").asText(),
                spoken.path("tables").size(),
                rows);
    }

    private static JsonNode spoken(JsonNode node, String language) {
        if (node.isArray()) {
            ArrayNode all = Json.array();
            node.forEach(each -> all.add(spoken(each, language)));
            return all;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.has("en") && node.has("fr") && node.size() == 2) {
            return node.get(language.equals("fr") ? "fr" : "en");
        }
        ObjectNode all = Json.object();
        node.properties().forEach(property -> all.set(property.getKey(), spoken(property.getValue(), language)));
        return all;
    }

    private static Map<String, Template> load() {
        Map<String, Template> all = new LinkedHashMap<>();
        for (String key : KEYS) {
            try (InputStream file = Template.class.getResourceAsStream("/studio/templates/" + key + ".json")) {
                all.put(key, new Template(key, Json.read(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all;
    }
}
