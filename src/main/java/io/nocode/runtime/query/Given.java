package io.nocode.runtime.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.TextCheck;
import io.nocode.studio.schema.FieldType;
import io.nocode.studio.schema.ValueFault;
import io.nocode.studio.schema.Wire;
import java.math.BigDecimal;
import java.time.Instant;
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

    /** What a policy's value is for the one who asks: text is compared as it is, whatever a field would take. */
    record Own(JsonNode node) implements Given {
        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public Object as(FieldType type) {
            return type.wire() == Wire.TEXT ? text() : new Json(node).as(type);
        }

        @Override
        public String text() {
            return new Json(node).text();
        }

        @Override
        public BigDecimal number() {
            return new Json(node).number();
        }

        @Override
        public boolean flag() {
            return new Json(node).flag();
        }

        @Override
        public List<Given> list() {
            return new Json(node)
                    .list().stream()
                            .map(element -> (Given) new Own(((Json) element).node()))
                            .toList();
        }
    }

    /** The moment at which somebody asks. */
    record Now(Instant moment) implements Given {
        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public Object as(FieldType type) {
            return switch (type.wire()) {
                case DATE -> type.parseText(moment.toString().substring(0, 10));
                case TIMESTAMP -> type.parseText(moment.toString());
                default -> throw new ValueFault("field.must_be.timestamp");
            };
        }

        @Override
        public String text() {
            throw new ValueFault("field.must_be.text");
        }

        @Override
        public BigDecimal number() {
            throw new ValueFault("field.must_be.number");
        }

        @Override
        public boolean flag() {
            throw new ValueFault("field.must_be.boolean");
        }

        @Override
        public List<Given> list() {
            throw new ValueFault("field.must_be.array");
        }
    }

    /** A policy asks for what is not known of the one who asks. */
    final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("unknown", null, false, false);
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
