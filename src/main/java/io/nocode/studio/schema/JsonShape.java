package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A JSON Schema (2020-12) that values are held to. It names nothing outside itself, so that judging a value asks no
 * other server; its references form no circle and do not multiply, and its patterns are RE2's, so that judging ends
 * soon whatever the value.
 */
record JsonShape(JsonNode source, JsonSchema compiled) {
    private static final int MOST_PARTS = 2_000;
    private static final Set<String> LEADING_AWAY =
            Set.of("$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$id", "$anchor");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.enableSchemaCache(false)
                    .schemaLoaders(loaders -> loaders.values(all -> all.add(0, iri -> {
                        throw new JsonSchemaException(iri.toString());
                    }))));
    /** What a schema itself is held to; it comes with the library. */
    private static final JsonSchema RULES = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .failFast(true)
            .regularExpressionFactory(source -> Pattern.compile(source)::matches)
            .build();

    /**
     * Reads a schema.
     *
     * @throws ValueFault where it cannot be one
     */
    static JsonShape of(JsonNode source) {
        if (!source.isObject() && !source.isBoolean()) {
            throw new ValueFault("field.must_be_object");
        }
        new Measure(source).run();
        try {
            Set<ValidationMessage> faults = RULES.validate(source);
            if (!faults.isEmpty()) {
                throw new ValueFault(
                        "field.option.json_schema", said(faults.iterator().next()));
            }
            JsonSchema compiled = FACTORY.getSchema(source, CONFIG);
            compiled.initializeValidators();
            return new JsonShape(source, compiled);
        } catch (JsonSchemaException | PatternSyntaxException wrong) {
            throw new ValueFault("field.option.json_schema", String.valueOf(wrong.getMessage()));
        }
    }

    /** Holds a value to it. */
    void require(JsonNode value) {
        Set<ValidationMessage> faults = compiled.validate(value);
        if (!faults.isEmpty()) {
            throw new ValueFault("field.json_schema", said(faults.iterator().next()));
        }
    }

    private static String said(ValidationMessage message) {
        return (message.getInstanceLocation() + " " + message.getType() + " " + message.getSchemaNode()).strip();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonShape that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    /** Counts a schema's parts as if every reference were written out. */
    private record Measure(JsonNode root, Map<String, Long> known, Set<String> open) {
        Measure(JsonNode root) {
            this(root, new HashMap<>(), new HashSet<>());
        }

        void run() {
            parts(root);
        }

        private long parts(JsonNode node) {
            long parts = 1;
            if (node.isObject()) {
                for (String name : LEADING_AWAY) {
                    if (node.has(name) && node.get(name).isTextual()) {
                        throw new ValueFault("field.option.json_schema", name);
                    }
                }
                JsonNode reference = node.path("$ref");
                if (reference.isTextual()) {
                    parts += referred(reference.textValue());
                }
            }
            for (JsonNode inner : node) {
                parts += parts(inner);
            }
            if (parts > MOST_PARTS) {
                throw new ValueFault("field.too_many", MOST_PARTS);
            }
            return parts;
        }

        private long referred(String reference) {
            Long before = known.get(reference);
            if (before != null) {
                return before;
            }
            if (!reference.startsWith("#/") || reference.indexOf('%') >= 0 || !open.add(reference)) {
                throw new ValueFault("field.option.json_schema", reference);
            }
            JsonNode target = root.at(reference.substring(1));
            if (target.isMissingNode()) {
                throw new ValueFault("field.option.json_schema", reference);
            }
            long parts = parts(target);
            open.remove(reference);
            known.put(reference, parts);
            return parts;
        }
    }
}
