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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The catalogue: every type that a component may have. The build writes it from the front end's registry
 * ({@code src/main/frontend/src/registry}), so that the editor's panels and the server's judgement have one source.
 */
public final class ComponentTypes {
    /** A group of types, as the editor shows them. */
    public record Category(String key, String label) {}

    private record Catalogue(String version, List<Category> categories, Map<String, ComponentType> types) {}

    private static final Catalogue ENGLISH = read(Locale.ENGLISH);
    private static final Catalogue FRENCH = read(Locale.FRENCH);

    private ComponentTypes() {}

    /** Another one whenever anything in the catalogue is another. */
    public static String version() {
        return ENGLISH.version();
    }

    public static Collection<ComponentType> all(Locale language) {
        return in(language).types().values();
    }

    public static Optional<ComponentType> named(String name) {
        return named(name, Locale.ENGLISH);
    }

    public static Optional<ComponentType> named(String name, Locale language) {
        return Optional.ofNullable(in(language).types().get(name));
    }

    public static List<Category> categories(Locale language) {
        return in(language).categories();
    }

    private static Catalogue in(Locale language) {
        return language.getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    private static Catalogue read(Locale language) {
        String file = "/studio/component-types_" + language.getLanguage() + ".json";
        try (InputStream stream = ComponentTypes.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The catalogue of component types is not in the archive: " + file);
            }
            JsonNode json = Json.read(stream);
            Map<String, ComponentType> types = new LinkedHashMap<>();
            json.path("types").forEach(each -> types.put(each.path("name").asText(), ComponentType.read(each)));
            return new Catalogue(
                    json.path("version").asText(),
                    StreamSupport.stream(json.path("categories").spliterator(), false)
                            .map(category -> Json.as(category, Category.class))
                            .toList(),
                    Collections.unmodifiableMap(types));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
