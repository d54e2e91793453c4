package io.nocode.runtime.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.TextCheck;
import io.nocode.studio.schema.FieldType;
import io.nocode.studio.schema.ValueFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a caller compares with: JSON out of {@code filters}, or the text of a plain parameter. */
public sealed interface Given {
    /** How long a list may be. */
    int MAX_LIST = 1_000;

    /** Whether nothing was given: JSON's null. */
    boolean isNull();

    /** The value as a type reads it. */
    Object as(FieldType type);

    /** The value as text that is not held to any form. */
    String text();

    /** The value as a number of any size. */
    BigDecimal number();

    /** True or false. */
    boolean flag();

    /** The elements of a list. */
    List<Given> list();

    /** Out of {@code filters}. */
    record Json(JsonNode node) implements Given {
        @Override
        public boolean isNull() {
            return node.isNull();
        }

        @Override
        public Object as(FieldType type) {
            if (node.isNull()) {
                throw new ValueFault("field.required");
            }
            return storable(type.parse(node));
        }

        @Override
        public String text() {
            if (!node.isTextual()) {
                throw new ValueFault("field.must_be.text");
            }
            return (String) storable(node.textValue());
        }

        @Override
        public BigDecimal number() {
            if (!node.isNumber()) {
                throw new ValueFault("field.must_be.number");
            }
            return node.decimalValue();
        }

        @Override
        public boolean flag() {
            if (!node.isBoolean()) {
                throw new ValueFault("field.must_be.boolean");
            }
            return node.booleanValue();
        }

        @Override
        public List<Given> list() {
            if (!node.isArray()) {
                throw new ValueFault("field.must_be.array");
            }
            List<Given> elements = new ArrayList<>(node.size());
            node.forEach(element -> elements.add(new Json(element)));
            return bounded(elements);
        }
    }

    /** From a plain parameter; a list is separated by commas. */
    record Text(String value) implements Given {
        private static final Pattern NUMBER =
                Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");

        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public Object as(FieldType type) {
            return storable(type.parseText(text()));
        }

        @Override
        public String text() {
            return (String) storable(value);
        }

        @Override
        public BigDecimal number() {
            if (!NUMBER.matcher(value).matches()) {
                throw new ValueFault("field.must_be.number");
            }
            return new BigDecimal(value);
        }

        @Override
        public boolean flag() {
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new ValueFault("field.must_be.boolean");
            };
        }

        @Override
        public List<Given> list() {
            return bounded(Arrays.stream(value.split(",", -1)).map(Text::new).collect(Collectors.toList()));
        }
    }

    private static List<Given> bounded(List<Given> elements) {
        if (elements.size() > MAX_LIST) {
            throw new ValueFault("field.list_too_long", MAX_LIST);
        }
        return elements;
    }

    private static Object storable(Object value) {
        if (value instanceof String text && !TextCheck.isStorable(text)) {
            throw new ValueFault("field.text_not_storable");
        }
        return value;
    }
}
