package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number with exact decimal digits; more of them than the scale are refused, never rounded. */
public record DecimalType(
        int precision,
        int scale,
        @Nullable BigDecimal minValue,
        @Nullable BigDecimal maxValue) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "decimal",
            "Decimal number",
            "number",
            "numeric",
            List.of(
                    Option.of("precision", "integer", 12),
                    Option.of("scale", "integer", 2),
                    Option.optional("min_value", "number"),
                    Option.optional("max_value", "number")),
            Operator.ORDER,
            DecimalType::read);

    /** PostgreSQL's own limit of a declared precision. */
    private static final int MOST_DIGITS = 1000;

    private static DecimalType read(OptionReader options) {
        int precision = options.integer("precision", 12, 1, MOST_DIGITS);
        int scale = options.integer("scale", Math.min(2, precision), 0, MOST_DIGITS);
        options.ordered("scale", scale, "precision", precision);
        DecimalType open = new DecimalType(precision, Math.min(scale, precision), null, null);
        BigDecimal least = bound(options, "min_value", open);
        BigDecimal most = bound(options, "max_value", open);
        options.ordered("min_value", least, "max_value", most);
        return new DecimalType(precision, open.scale, least, most);
    }

    private static @Nullable BigDecimal bound(OptionReader options, String name, DecimalType type) {
        BigDecimal value = options.decimalOrNull(name);
        if (value == null) {
            return null;
        }
        try {
            return type.fit(value);
        } catch (ValueFault fault) {
            options.refuse(name, fault.fault().key(), fault.fault().words());
            return null;
        }
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Wire wire() {
        return Wire.DECIMAL;
    }

    @Override
    public String column() {
        return "numeric(" + precision + "," + scale + ")";
    }

    @Override
    public List<String> checks(Identifier column) {
        return Ranges.checks(
                column.quoted(),
                minValue == null ? null : minValue.toPlainString(),
                maxValue == null ? null : maxValue.toPlainString());
    }

    @Override
    public List<String> narrowings(String expression) {
        return List.of(
                expression + " = round(" + expression + ", " + scale + ")",
                "abs(" + expression + ") < 1" + "0".repeat(precision - scale));
    }

    @Override
    public Object parse(JsonNode value) {
        return fit(Values.number(value));
    }

    @Override
    public Object parseText(String text) {
        return fit(Values.number(text));
    }

    private BigDecimal fit(BigDecimal value) {
        if (value.signum() == 0) {
            return within(BigDecimal.ZERO.setScale(scale));
        }
        BigDecimal digits = value.stripTrailingZeros();
        if (digits.scale() > scale) {
            throw new ValueFault("field.decimal.scale", scale);
        }
        if (digits.precision() - digits.scale() > precision - scale) {
            throw new ValueFault("field.decimal.precision", precision - scale);
        }
        return within(digits.setScale(scale));
    }

    private BigDecimal within(BigDecimal value) {
        Values.within(value, minValue, maxValue);
        return value;
    }

    @Override
    public Set<Operator> operators() {
        return KIND.operators();
    }

    @Override
    public ObjectNode options() {
        return Json.object()
                .put("precision", precision)
                .put("scale", scale)
                .put("min_value", minValue)
                .put("max_value", maxValue);
    }
}
