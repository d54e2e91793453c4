package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A universally unique identifier; the default AUTO makes one. */
public record UuidType() implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "uuid", "UUID", "text", "uuid", List.of(), List.of("AUTO"), Operator.SAMENESS, options -> new UuidType());

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Wire wire() {
        return Wire.UUID;
    }

    @Override
    public Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    public Object parseText(String text) {
        return uuid(text);
    }

    /** The whole form only: Java takes shorter ones too. */
    static UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException wrong) {
            // Told below, like a short form.
        }
        throw new ValueFault("field.must_be.uuid");
    }

    @Override
    public String defaultSql(JsonNode value) {
        return value.asText().equals("AUTO") ? "gen_random_uuid()" : FieldType.super.defaultSql(value);
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
