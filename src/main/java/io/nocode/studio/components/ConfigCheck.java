package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.nocode.shared.problem.Faults;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Judges what a component is configured with by the properties of its type. Any property may be bound instead of given:
 * <code>{{record.name}}</code>.
 */
public final class ConfigCheck {
    private static final Pattern BINDING = Pattern.compile("\\{\\{[^{}]+}}");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .keyword(new NonValidationKeyword("x-reference"))
                    .keyword(new NonValidationKeyword("x-labels"))
                    .build()));
    private static final Map<String, JsonSchema> BY_TYPE = new ConcurrentHashMap<>();
    /** Trees of components and what they hold must fit within the nesting that JSON may have here. */
    private static final int MOST_NESTED = 12;

    private ConfigCheck() {}

    /** Blames each property that the type does not know or cannot take, by its path below {@code path}. */
    public static void check(ComponentType type, JsonNode config, String path, Faults faults) {
        if (!(config instanceof ObjectNode given)) {
            faults.add(path, "field.must_be_object");
            return;
        }
        if (isDeeper(config, MOST_NESTED)) {
            faults.add(path, "field.too_deep", MOST_NESTED);
            return;
        }
        ObjectNode unbound = given.deepCopy();
        given.properties().stream()
                .filter(property -> isBinding(property.getValue()) && knows(type, property.getKey()))
                .forEach(property -> unbound.remove(property.getKey()));
        JsonSchema schema = BY_TYPE.computeIfAbsent(type.name(), name -> SCHEMAS.getSchema(type.properties()));
        schema.validate(unbound).forEach(message -> blame(message, path, faults));
    }

    /** Whether a value is read from the page when it is shown. */
    public static boolean isBinding(JsonNode value) {
        return value.isTextual() && BINDING.matcher(value.textValue().strip()).matches();
    }

    /** Whether a tree nests more than so many times. */
    static boolean isDeeper(JsonNode node, int levels) {
        if (!node.isContainerNode()) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (JsonNode inner : node) {
            if (isDeeper(inner, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean knows(ComponentType type, String property) {
        return type.properties().path("properties").has(property);
    }

    private static void blame(ValidationMessage message, String path, Faults faults) {
        String place = path + message.getInstanceLocation().toString().substring(1);
        String keyword = message.getType();
        switch (keyword) {
            case "additionalProperties" -> faults.unknown(place + "." + message.getProperty());
            case "required" -> faults.add(place + "." + message.getProperty(), "field.required");
            case "enum" -> faults.add(place, "field.must_be.one_of", choices(message));
            case "type" -> faults.add(place, "field.schema.type", expected(message));
            default ->
                faults.add(
                        place,
                        "field.schema.other",
                        keyword,
                        message.getSchemaNode().toString());
        }
    }

    private static String choices(ValidationMessage message) {
        StringBuilder choices = new StringBuilder();
        message.getSchemaNode()
                .forEach(choice -> choices.append(choices.isEmpty() ? "" : ", ").append(choice.asText()));
        return choices.toString();
    }

    private static String expected(ValidationMessage message) {
        JsonNode type = message.getSchemaNode();
        return type.isTextual() ? type.textValue() : type.toString();
    }
}
