package io.nocode.automation.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.expressions.Expression;
import io.nocode.automation.expressions.ExpressionFault;
import io.nocode.automation.expressions.Template;
import io.nocode.automation.expressions.Templates;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import java.util.List;

/**
 * One property of a node's configuration.
 *
 * @param choices the values that there are, for {@link Form#CHOICE}
 */
public record ConfigField(String name, Form form, boolean required, String description, List<String> choices) {
    /** What a value looks like. */
    public enum Form {
        /** Text, with templates. */
        TEXT("string"),
        /** An expression; nothing is filled in. */
        EXPRESSION("string"),
        /** An object, with templates at any depth. */
        OBJECT("object"),
        /** Anything, with templates at any depth. */
        ANY(""),
        /** An ISO 8601 duration, or a template that becomes one. */
        DURATION("string"),
        /** An RFC 3339 timestamp, or a template that becomes one. */
        TIMESTAMP("string"),
        /** One of several words. */
        CHOICE("string"),
        /** A switch's cases: a list of name and expression. */
        CASES("array");

        private final String jsonType;

        Form(String jsonType) {
            this.jsonType = jsonType;
        }
    }

    static ConfigField required(String name, Form form, String description) {
        return new ConfigField(name, form, true, description, List.of());
    }

    static ConfigField optional(String name, Form form, String description) {
        return new ConfigField(name, form, false, description, List.of());
    }

    static ConfigField choice(String name, String description, String... choices) {
        return new ConfigField(name, Form.CHOICE, false, description, List.of(choices));
    }

    /** Blames what is wrong with a value of this property; whether it is there at all is not asked. */
    void check(JsonNode value, String path, Faults faults) {
        switch (form) {
            case EXPRESSION -> checkExpression(value, path, faults);
            case CASES -> checkCases(value, path, faults);
            case OBJECT -> {
                if (value.isObject()) {
                    checkTemplates(value, path, faults);
                } else {
                    faults.add(path, "field.must_be_object");
                }
            }
            case ANY -> checkTemplates(value, path, faults);
            default -> checkText(value, path, faults);
        }
    }

    private void checkText(JsonNode value, String path, Faults faults) {
        if (!value.isTextual()) {
            faults.add(path, "field.must_be.text");
        } else if (Template.isIn(value.textValue())) {
            checkTemplates(value, path, faults);
        } else if (form == Form.DURATION && Moments.duration(value.textValue()).isEmpty()) {
            faults.add(path, "field.must_be.duration");
        } else if (form == Form.TIMESTAMP && Moments.instant(value.textValue()).isEmpty()) {
            faults.add(path, "field.must_be.timestamp");
        } else if (form == Form.CHOICE && !choices.contains(value.textValue())) {
            faults.add(path, "field.must_be.one_of", String.join(", ", choices));
        }
    }

    private static void checkCases(JsonNode value, String path, Faults faults) {
        if (!value.isArray()) {
            faults.add(path, "field.must_be.array");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            JsonNode one = value.get(i);
            String inner = path + "[" + i + "]";
            if (!one.isObject()) {
                faults.add(inner, "field.must_be_object");
                continue;
            }
            one.fieldNames().forEachRemaining(name -> {
                if (!name.equals("name") && !name.equals("expression")) {
                    faults.unknown(inner + "." + name);
                }
            });
            if (!one.path("name").isTextual() || one.path("name").textValue().isBlank()) {
                faults.add(inner + ".name", "field.required");
            }
            checkExpression(one.path("expression"), inner + ".expression", faults);
        }
    }

    private static void checkExpression(JsonNode value, String path, Faults faults) {
        if (!value.isTextual()) {
            faults.add(path, "field.must_be.text");
            return;
        }
        try {
            Expression.of(value.textValue());
        } catch (ExpressionFault fault) {
            blame(faults, path, fault);
        }
    }

    private static void checkTemplates(JsonNode value, String path, Faults faults) {
        Templates.check(value, path, (where, fault) -> blame(faults, where, fault));
    }

    /** Names line, column and what is wrong. */
    public static void blame(Faults faults, String path, ExpressionFault fault) {
        faults.add(path, "field.expression", fault.line(), fault.column(), String.valueOf(fault.getMessage()));
    }

    /** This property as JSON Schema. */
    ObjectNode schema() {
        ObjectNode schema = Json.object();
        if (!form.jsonType.isEmpty()) {
            schema.put("type", form.jsonType);
        }
        schema.put("description", description);
        if (form == Form.EXPRESSION) {
            schema.put("format", "cel");
        }
        if (form == Form.CASES) {
            ObjectNode item = schema.putObject("items").put("type", "object");
            item.putObject("properties")
                    .setAll(java.util.Map.of(
                            "name", Json.object().put("type", "string"),
                            "expression", Json.object().put("type", "string").put("format", "cel")));
            item.putArray("required").add("name").add("expression");
        }
        if (!choices.isEmpty()) {
            choices.forEach(schema.putArray("enum")::add);
        }
        return schema;
    }
}
