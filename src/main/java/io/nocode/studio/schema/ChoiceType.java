package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One of a fixed set of values. */
public record ChoiceType(List<Choice> choices) implements FieldType {
    /** A value with what a person sees for it; the colour may be empty. */
    public record Choice(String value, String label, String color) {}

    static final TypeKind KIND = new TypeKind(
            "choice",
            "Choice",
            "select",
            "text",
            List.of(Option.required("choices", "array")),
            Operator.SAMENESS,
            ChoiceType::read);

    private static final int MOST_CHOICES = 500;
    private static final int MOST_LENGTH = 200;

    public ChoiceType {
        choices = List.copyOf(choices);
    }

    private static ChoiceType read(OptionReader options) {
        JsonNode given = options.node("choices");
        List<Choice> choices = new ArrayList<>();
        if (!given.isArray() || given.isEmpty() || given.size() > MOST_CHOICES) {
            options.refuse("choices", "field.option.choices", MOST_CHOICES);
            return new ChoiceType(choices);
        }
        Set<String> values = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String name = "choices[" + i + "]";
            if (given.get(i).isTextual()) {
                add(
                        options,
                        name,
                        new Choice(given.get(i).textValue(), given.get(i).textValue(), ""),
                        values,
                        choices);
            } else if (given.get(i) instanceof ObjectNode object) {
                add(options, name + ".value", choice(options, name, object), values, choices);
            } else {
                options.refuse(name, "field.must_be_object");
            }
        }
        return new ChoiceType(choices);
    }

    private static Choice choice(OptionReader options, String name, ObjectNode object) {
        object.fieldNames().forEachRemaining(property -> {
            if (!Set.of("value", "label", "color").contains(property)) {
                options.faults().unknown(options.pathOf(name) + "." + property);
            }
        });
        OptionReader inner = new OptionReader(object, options.pathOf(name), options.faults());
        String value = inner.text("value", "", MOST_LENGTH);
        return new Choice(value, inner.text("label", value, MOST_LENGTH), inner.text("color", "", 30));
    }

    private static void add(
            OptionReader options, String path, Choice choice, Set<String> values, List<Choice> choices) {
        if (choice.value().isBlank() || choice.value().length() > MOST_LENGTH) {
            options.refuse(path, "field.required");
        } else if (!values.add(choice.value())) {
            options.refuse(path, "field.duplicate");
        } else {
            choices.add(choice);
        }
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Wire wire() {
        return Wire.TEXT;
    }

    @Override
    public List<String> checks(Identifier column) {
        return List.of(column
                + choices.stream()
                        .map(choice -> Literal.text(choice.value()))
                        .collect(Collectors.joining(", ", " in (", ")")));
    }

    @Override
    public Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    public Object parseText(String text) {
        if (choices.stream().noneMatch(choice -> choice.value().equals(text))) {
            throw new ValueFault(
                    "field.must_be.one_of", choices.stream().map(Choice::value).collect(Collectors.joining(", ")));
        }
        return text;
    }

    @Override
    public Set<Operator> operators() {
        return KIND.operators();
    }

    @Override
    public ObjectNode options() {
        ArrayNode all = Json.array();
        choices.forEach(choice -> all.addObject()
                .put("value", choice.value())
                .put("label", choice.label())
                .put("color", choice.color()));
        return Json.object().set("choices", all);
    }
}
