package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A fixed set of values, in the order in which people are offered them. */
public record Choices(List<Choice> all) {
    /** A value with what a person sees for it; the colour may be empty. */
    public record Choice(String value, String label, String color) {}

    static final List<Option> OPTIONS = List.of(Option.required("choices", "array"));

    private static final int MOST_CHOICES = 500;
    private static final int MOST_LENGTH = 200;

    public Choices {
        all = List.copyOf(all);
    }

    static Choices read(OptionReader options) {
        JsonNode given = options.node("choices");
        List<Choice> choices = new ArrayList<>();
        if (!given.isArray() || given.isEmpty() || given.size() > MOST_CHOICES) {
            options.refuse("choices", "field.option.choices", MOST_CHOICES);
            return new Choices(choices);
        }
        Set<String> values = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String name = "choices[" + i + "]";
            if (given.get(i).isTextual()) {
                String value = given.get(i).textValue();
                add(options, name, new Choice(value, value, ""), values, choices);
            } else if (given.get(i) instanceof ObjectNode object) {
                add(options, name + ".value", choice(options, name, object), values, choices);
            } else {
                options.refuse(name, "field.must_be_object");
            }
        }
        return new Choices(choices);
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

    /** The value, if it is one of them. */
    String require(String value) {
        if (all.stream().noneMatch(choice -> choice.value().equals(value))) {
            throw new ValueFault(
                    "field.must_be.one_of", all.stream().map(Choice::value).collect(Collectors.joining(", ")));
        }
        return value;
    }

    /** The values as a list of SQL. */
    String literals() {
        return all.stream().map(choice -> Literal.text(choice.value())).collect(Collectors.joining(", "));
    }

    ObjectNode options() {
        ArrayNode told = Json.array();
        all.forEach(choice -> told.addObject()
                .put("value", choice.value())
                .put("label", choice.label())
                .put("color", choice.color()));
        return Json.object().set("choices", told);
    }
}
