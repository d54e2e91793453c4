package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many decimal digits a number has, and its range; digits beyond are refused, never rounded.
 *
 * @param precision of all digits
 * @param scale of those after the point
 */
public record Digits(
        int precision,
        int scale,
        @Nullable BigDecimal minValue,
        @Nullable BigDecimal maxValue) {
    /** PostgreSQL's own limit of a declared precision. */
    private static final int MOST_DIGITS = 1000;

    /** The options, with a default precision. */
    static List<Option> options(int precision) {
        return List.of(
                Option.of("precision", "integer", precision),
                Option.of("scale", "integer", 2),
                Option.optional("min_value", "number"),
                Option.optional("max_value", "number"));
    }

    static Digits read(OptionReader options, int defaultPrecision) {
        int precision = options.integer("precision", defaultPrecision, 1, MOST_DIGITS);
        int scale = options.integer("scale", Math.min(2, precision), 0, MOST_DIGITS);
        options.ordered("scale", scale, "precision", precision);
        Digits open = new Digits(precision, Math.min(scale, precision), null, null);
        BigDecimal least = bound(options, "min_value", open);
        BigDecimal most = bound(options, "max_value", open);
        options.ordered("min_value", least, "max_value", most);
        return new Digits(precision, open.scale, least, most);
    }

    private static @Nullable BigDecimal bound(OptionReader options, String name, Digits digits) {
        BigDecimal value = options.decimalOrNull(name);
        if (value == null) {
            return null;
        }
        try {
            return digits.fit(value);
        } catch (ValueFault fault) {
            options.refuse(name, fault.fault().key(), fault.fault().words());
            return null;
        }
    }

    String column() {
        return "numeric(" + precision + "," + scale + ")";
    }

    List<String> checks(Identifier column) {
        return Ranges.checks(
                column.quoted(),
                minValue == null ? null : minValue.toPlainString(),
                maxValue == null ? null : maxValue.toPlainString());
    }

    List<String> narrowings(String expression) {
        return List.of(
                expression + " = round(" + expression + ", " + scale + ")",
                "abs(" + expression + ") < 1" + "0".repeat(precision - scale));
    }

    /** The number with exactly this scale. */
    BigDecimal fit(BigDecimal value) {
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

    ObjectNode options() {
        return Json.object()
                .put("precision", precision)
                .put("scale", scale)
                .put("min_value", minValue)
                .put("max_value", maxValue);
    }
}
