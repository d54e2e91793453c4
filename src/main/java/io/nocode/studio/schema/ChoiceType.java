package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.sql.Identifier;
import java.util.List;

/** One of a fixed set of values. */
public record ChoiceType(Choices choices) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "choice",
            "select",
            "text",
            Choices.OPTIONS,
            Operator.SAMENESS,
            options -> new ChoiceType(Choices.read(options)));

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
        return List.of(column + " in (" + choices.literals() + ")");
    }

    @Override
    public Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    public Object parseText(String text) {
        return choices.require(text);
    }

    @Override
    public ObjectNode options() {
        return choices.options();
    }
}
