package io.nocode.automation.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Templates in any string of a JSON value. */
public final class Templates {
    private Templates() {}

    /** Hears of each faulty expression. */
    @FunctionalInterface
    public interface Blame {
        /**
         * One more.
         *
         * @param path where in the value it is, such as {@code config.data.name}
         */
        void at(String path, ExpressionFault fault);
    }

    /** Checks every template within a value that stands at this path. */
    public static void check(JsonNode value, String path, Blame blame) {
        if (value.isTextual()) {
            try {
                if (Template.isIn(value.textValue())) {
                    Template.of(value.textValue());
                }
            } catch (ExpressionFault fault) {
                blame.at(path, fault);
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), path + "[" + i + "]", blame);
            }
        } else {
            value.properties().forEach(property -> check(property.getValue(), path + "." + property.getKey(), blame));
        }
    }

    /** The value with every template filled in; names of properties are left as they are. */
    public static JsonNode fill(JsonNode value, Scope scope) throws EvaluationFault {
        if (value.isTextual() && Template.isIn(value.textValue())) {
            try {
                return Template.of(value.textValue()).fill(scope);
            } catch (ExpressionFault wasSavedFaulty) {
                throw new EvaluationFault(String.valueOf(wasSavedFaulty.getMessage()));
            }
        }
        if (value.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode(value.size());
            for (JsonNode element : value) {
                filled.add(fill(element, scope));
            }
            return filled;
        }
        if (value.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                filled.set(property.getKey(), fill(property.getValue(), scope));
            }
            return filled;
        }
        return value;
    }
}
