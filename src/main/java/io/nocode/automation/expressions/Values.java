package io.nocode.automation.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as values of the expression language, and back. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private Values() {}

    /** A number that is whole and fits 64 bits is an int, any other a double. */
    static Object fromJson(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(property -> map.put(property.getKey(), fromJson(property.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>(node.size());
            node.forEach(element -> list.add(fromJson(element)));
            return list;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.longValue() : node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isTextual() ? node.textValue() : NullValue.NULL_VALUE;
    }

    static JsonNode toJson(@Nullable Object value) throws EvaluationFault {
        if (value == null || value instanceof NullValue) {
            return JSON.nullNode();
        }
        if (value instanceof String text) {
            return JSON.textNode(text);
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Long whole) {
            return JSON.numberNode(whole);
        }
        if (value instanceof UnsignedLong whole) {
            return JSON.numberNode(whole.bigIntegerValue());
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Instant || value instanceof Duration) {
            return JSON.textNode(value.toString());
        }
        if (value instanceof CelByteString bytes) {
            return JSON.textNode(Base64.getEncoder().encodeToString(bytes.toByteArray()));
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                object.set(String.valueOf(entry.getKey()), toJson(entry.getValue()));
            }
            return object;
        }
        if (value instanceof Collection<?> list) {
            ArrayNode array = JSON.arrayNode();
            for (Object element : list) {
                array.add(toJson(element));
            }
            return array;
        }
        throw new EvaluationFault("The result is of a type that JSON does not have.");
    }

    /** The shortest decimal that is this double; a whole one without its empty fraction. */
    private static JsonNode number(double number) throws EvaluationFault {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new EvaluationFault("The result is not a number that JSON has.");
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        return JSON.numberNode(exact.signum() == 0 ? BigDecimal.ZERO : exact);
    }
}
