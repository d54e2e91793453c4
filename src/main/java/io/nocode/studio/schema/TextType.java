package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text of any length, or of at most so many characters. */
public record TextType(@Nullable Integer maxLength) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "text",
            "textarea",
            "text",
            List.of(Option.optional("max_length", "integer")),
            Operator.WORDS,
            options -> new TextType(options.integerOrNull("max_length", 1, Integer.MAX_VALUE)));

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.TEXT;
    }

    @Override
    public List<String> checks(Identifier column) {
        return maxLength == null ? List.of() : List.of("char_length(" + column + ") <= " + maxLength);
    }

    @Override
    public Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    public Object parseText(String text) {
        if (maxLength != null) {
            Values.length(text, 0, maxLength);
        }
        return text;
    }

    @Override
    public boolean searchable() {
        return true;
    }

    @Override
    public boolean indexable() {
        return false;
    }

    @Override
    public ObjectNode options() {
        return Json.object().put("max_length", maxLength);
    }
}
