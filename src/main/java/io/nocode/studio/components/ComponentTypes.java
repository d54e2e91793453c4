package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The catalogue: every type that a component may have. The editor's panels and the server's judgement come from it. */
public final class ComponentTypes {
    /** A group of types, as the editor shows them. */
    public record Category(String key, String label) {}

    private static final JsonNode CATALOGUE = read();
    private static final Map<String, ComponentType> TYPES = types();

    private ComponentTypes() {}

    /** Grows when the catalogue changes. */
    public static String version() {
        return CATALOGUE.path("version").asText();
    }

    public static Collection<ComponentType> all() {
        return TYPES.values();
    }

    public static Optional<ComponentType> named(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    public static List<Category> categories() {
        return StreamSupport.stream(CATALOGUE.path("categories").spliterator(), false)
                .map(category -> Json.as(category, Category.class))
                .toList();
    }

    private static Map<String, ComponentType> types() {
        Map<String, ComponentType> types = new LinkedHashMap<>();
        CATALOGUE.path("types").forEach(json -> {
            ComponentType type = ComponentType.read(json, CATALOGUE.path("action"));
            types.put(type.name(), type);
        });
        return Collections.unmodifiableMap(types);
    }

    private static JsonNode read() {
        try (InputStream stream = ComponentTypes.class.getResourceAsStream("/studio/component-types.json")) {
            if (stream == null) {
                throw new IllegalStateException("The catalogue of component types is not in the archive.");
            }
            return Json.read(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
