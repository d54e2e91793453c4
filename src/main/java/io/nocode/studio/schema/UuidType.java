package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A universally unique identifier; the default AUTO makes one. */
public record UuidType() implements IdText {
    static final TypeKind KIND = new TypeKind(
            "uuid", "text", "uuid", List.of(), List.of("AUTO"), Operator.SAMENESS, options -> new UuidType());

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public String defaultSql(JsonNode value) {
        return value.asText().equals("AUTO") ? "gen_random_uuid()" : IdText.super.defaultSql(value);
    }
}
