package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.util.List;
import java.util.Set;

/** Any JSON value. */
public record JsonType() implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "json", "JSON", "json", "jsonb", List.of(), Set.of(Operator.ISNULL), options -> new JsonType());

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Wire wire() {
        return Wire.JSON;
    }

    @Override
    public Object parse(JsonNode value) {
        return value;
    }

    @Override
    public Object parseText(String text) {
        try {
            return Json.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new ValueFault("field.must_be.json");
        }
    }

    @Override
    public boolean indexable() {
        return false;
    }

    @Override
    public Set<Operator> operators() {
        return KIND.operators();
    }

    @Override
    public ObjectNode options() {
        return Json.object();
    }
}
