package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Any JSON value, or one that a JSON Schema allows. */
public record JsonType(@Nullable JsonShape shape) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "json",
            "json",
            "jsonb",
            List.of(Option.optional("schema", "object")),
            Set.of(Operator.ISNULL, Operator.CONTAINS),
            JsonType::read);

    private static JsonType read(OptionReader options) {
        JsonNode schema = options.node("schema");
        if (schema.isMissingNode()) {
            return new JsonType(null);
        }
        try {
            return new JsonType(JsonShape.of(schema));
        } catch (ValueFault wrong) {
            options.refuse("schema", wrong.fault().key(), wrong.fault().words());
            return new JsonType(null);
        }
    }

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.JSON;
    }

    @Override
    public Object parse(JsonNode value) {
        if (shape != null) {
            shape.require(value);
        }
        return value;
    }

    @Override
    public Object parseText(String text) {
        JsonNode value;
        try {
            value = Json.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new ValueFault("field.must_be.json");
        }
        return parse(value);
    }

    @Override
    public boolean indexable() {
        return false;
    }

    @Override
    public ObjectNode options() {
        return Json.object().set("schema", shape == null ? Json.mapper().nullNode() : shape.source());
    }
}
