package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.Set;

/** A whole number of 64 bits. */
public record BigintType(long minValue, long maxValue) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "bigint",
            "Large whole number",
            "number",
            "bigint",
            List.of(Option.optional("min_value", "integer"), Option.optional("max_value", "integer")),
            Operator.ORDER,
            BigintType::read);

    private static BigintType read(OptionReader options) {
        Long least = options.wholeOrNull("min_value", Long.MIN_VALUE, Long.MAX_VALUE);
        Long most = options.wholeOrNull("max_value", Long.MIN_VALUE, Long.MAX_VALUE);
        options.ordered("min_value", least, "max_value", most);
        return new BigintType(least == null ? Long.MIN_VALUE : least, most == null ? Long.MAX_VALUE : most);
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Wire wire() {
        return Wire.BIGINT;
    }

    @Override
    public List<String> checks(Identifier column) {
        return Ranges.checks(
                column.quoted(),
                minValue == Long.MIN_VALUE ? null : String.valueOf(minValue),
                maxValue == Long.MAX_VALUE ? null : String.valueOf(maxValue));
    }

    @Override
    public Object parse(JsonNode value) {
        return Values.whole(value, minValue, maxValue);
    }

    @Override
    public Object parseText(String text) {
        return Values.whole(text, minValue, maxValue);
    }

    @Override
    public Set<Operator> operators() {
        return KIND.operators();
    }

    @Override
    public ObjectNode options() {
        return Json.object()
                .put("min_value", minValue == Long.MIN_VALUE ? null : minValue)
                .put("max_value", maxValue == Long.MAX_VALUE ? null : maxValue);
    }
}
