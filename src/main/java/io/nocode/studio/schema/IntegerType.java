package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Set;

/** A whole number of 32 bits. */
public record IntegerType(int minValue, int maxValue) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "integer",
            "Whole number",
            "number",
            "integer",
            List.of(Option.optional("min_value", "integer"), Option.optional("max_value", "integer")),
            Operator.ORDER,
            IntegerType::read);

    private static IntegerType read(OptionReader options) {
        Integer least = options.integerOrNull("min_value", Integer.MIN_VALUE, Integer.MAX_VALUE);
        Integer most = options.integerOrNull("max_value", Integer.MIN_VALUE, Integer.MAX_VALUE);
        options.ordered("min_value", least, "max_value", most);
        return new IntegerType(least == null ? Integer.MIN_VALUE : least, most == null ? Integer.MAX_VALUE : most);
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Wire wire() {
        return Wire.INTEGER;
    }

    @Override
    public List<String> checks(Identifier column) {
        return Ranges.checks(
                column.quoted(),
                minValue == Integer.MIN_VALUE ? null : String.valueOf(minValue),
                maxValue == Integer.MAX_VALUE ? null : String.valueOf(maxValue));
    }

    @Override
    public Object parse(JsonNode value) {
        return (int) Values.whole(value, minValue, maxValue);
    }

    @Override
    public Object parseText(String text) {
        return (int) Values.whole(text, minValue, maxValue);
    }

    @Override
    public Set<Operator> operators() {
        return KIND.operators();
    }

    @Override
    public ObjectNode options() {
        return Json.object()
                .put("min_value", minValue == Integer.MIN_VALUE ? null : minValue)
                .put("max_value", maxValue == Integer.MAX_VALUE ? null : maxValue);
    }
}
