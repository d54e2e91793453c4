package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Yes or no. */
public record BooleanType() implements FieldType {
    static final TypeKind KIND =
            new TypeKind("boolean", "checkbox", "boolean", List.of(), Operator.SAMENESS, options -> new BooleanType());

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.BOOLEAN;
    }

    @Override
    public Object parse(JsonNode value) {
        if (!value.isBoolean()) {
            throw new ValueFault("field.must_be.boolean");
        }
        return value.booleanValue();
    }

    @Override
    public Object parseText(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ValueFault("field.must_be.boolean");
        };
    }
}
