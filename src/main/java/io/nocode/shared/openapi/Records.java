package io.nocode.shared.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nocode.shared.json.Json;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says in the schemas what the records say in Java: a component that is not {@code @Nullable} is required, one that is
 * may be null, and no other property is taken or given.
 */
final class Records {
    private static final PropertyNamingStrategies.NamingBase NAMES =
            (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE;

    private final List<Class<?>> records = new ArrayList<>();

    /** Finds every record below a folder of classes. */
    Records(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes.resolve("io/nocode"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replaceAll("\\.class$", "");
                Class<?> type = load(name.replace('/', '.').replace('\\', '.'));
                if (type != null && type.isRecord()) {
                    records.add(type);
                }
            }
        }
    }

    void complete(ObjectNode document) {
        document.at("/components/schemas").properties().forEach(schema -> {
            Class<?> type = record(schema.getKey(), schema.getValue());
            if (type != null) {
                complete((ObjectNode) schema.getValue(), type);
            }
        });
    }

    /**
     * The record that a schema is of. A generic record has a schema for each use, such as {@code PageProjectView};
     * records of one simple name are told apart by their components, and the scanner numbers their schemas.
     */
    private @Nullable Class<?> record(String name, JsonNode schema) {
        Set<String> properties = fieldNames(schema);
        return records.stream()
                .filter(type -> type.getTypeParameters().length > 0
                        ? name.startsWith(type.getSimpleName())
                        : name.replaceAll("\\d+$", "").equals(schemaName(type)))
                .filter(type -> names(type).containsAll(properties))
                .findFirst()
                .orElse(null);
    }

    private static String schemaName(Class<?> type) {
        Schema given = type.getAnnotation(Schema.class);
        return given == null || given.name().isEmpty() ? type.getSimpleName() : given.name();
    }

    private static void complete(ObjectNode schema, Class<?> type) {
        if (!(schema.get("properties") instanceof ObjectNode properties)) {
            return;
        }
        Set<String> required = new LinkedHashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = NAMES.translate(component.getName());
            if (!properties.has(name)) {
                continue;
            }
            if (JsonNode.class.isAssignableFrom(component.getType())) {
                properties.set(name, tree(component.getType(), (ObjectNode) properties.get(name)));
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.set(name, nullable((ObjectNode) properties.get(name)));
            } else {
                required.add(name);
            }
        }
        ArrayNode list = Json.array();
        required.forEach(list::add);
        if (list.isEmpty()) {
            schema.remove("required");
        } else {
            schema.set("required", list);
        }
        schema.put("additionalProperties", false);
    }

    /** The scanner takes a tree for a list, because it can be iterated. */
    private static ObjectNode tree(Class<?> type, ObjectNode scanned) {
        ObjectNode schema = Json.object();
        if (type == ObjectNode.class) {
            schema.put("type", "object");
        } else if (type == ArrayNode.class) {
            schema.put("type", "array");
        }
        for (String kept : List.of("description", "examples", "example")) {
            if (scanned.has(kept)) {
                schema.set(kept, scanned.get(kept));
            }
        }
        return schema;
    }

    private static ObjectNode nullable(ObjectNode property) {
        JsonNode kind = property.get("type");
        if (kind instanceof TextNode) {
            property.set("type", Json.array().add(kind.asText()).add("null"));
            if (property.get("enum") instanceof ArrayNode values) {
                values.addNull();
            }
            return property;
        }
        if (property.has("$ref")) {
            ObjectNode either = Json.object();
            either.putArray("anyOf").add(property).add(Json.object().put("type", "null"));
            return either;
        }
        return property;
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> NAMES.translate(component.getName()))
                .toList();
    }

    private static Set<String> fieldNames(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, Records.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notARecordOfOurs) {
            return null;
        }
    }
}
