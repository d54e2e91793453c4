package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A binary floating-point number of 64 bits, never infinite and never NaN. */
public record FloatType(@Nullable Double minValue, @Nullable Double maxValue) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "float",
            "number",
            "double precision",
            List.of(Option.optional("min_value", "number"), Option.optional("max_value", "number")),
            Operator.ORDER,
            FloatType::read);

    private static FloatType read(OptionReader options) {
        Double least = bound(options, "min_value");
        Double most = bound(options, "max_value");
        options.ordered("min_value", least, "max_value", most);
        return new FloatType(least, most);
    }

    private static @Nullable Double bound(OptionReader options, String name) {
        BigDecimal value = options.decimalOrNull(name);
        if (value == null) {
            return null;
        }
        if (Double.isInfinite(value.doubleValue())) {
            options.refuse(name, "field.must_be.number");
            return null;
        }
        return value.doubleValue();
    }

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.FLOAT;
    }

    @Override
    public List<String> checks(Identifier column) {
        return Ranges.checks(
                column.quoted(),
                minValue == null ? null : Literal.of(Wire.FLOAT, minValue),
                maxValue == null ? null : Literal.of(Wire.FLOAT, maxValue));
    }

    @Override
    public Object parse(JsonNode value) {
        return finite(Values.number(value));
    }

    @Override
    public Object parseText(String text) {
        return finite(Values.number(text));
    }

    private Double finite(BigDecimal number) {
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
            throw new ValueFault("field.must_be.number");
        }
        Values.within(value, minValue, maxValue);
        return value;
    }

    @Override
    public ObjectNode options() {
        return Json.object().put("min_value", minValue).put("max_value", maxValue);
    }
}
