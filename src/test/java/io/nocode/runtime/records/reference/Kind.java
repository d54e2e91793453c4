package io.nocode.runtime.records.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;

/**
 * A field of the tables that are asked, and all the values that rows and queries take of it: few, so that many rows have
 * the same.
 *
 * @param config as in {@code fields_config}
 * @param values as they are sent
 * @param read a value as Java compares it
 */
record Kind(String name, String config, List<JsonNode> values, Function<JsonNode, Object> read) {
    private static final Function<JsonNode, Object> TEXT = JsonNode::textValue;
    private static final Function<JsonNode, Object> NUMBER = JsonNode::decimalValue;

    static final List<Kind> ALL = List.of(
            of(
                    "name",
                    "'type': 'string'",
                    "['ada', 'Ada', 'bob', 'élan', 'Elan', 'x_y', '100%', 'a b', 'zoë', '\\\\\\\\']",
                    TEXT),
            of("note", "'type': 'text'", "['elan vital', 'VITAL sign', 'naïve', 'b', '', 'long _ %']", TEXT),
            of("mail", "'type': 'email'", "['a@example.org', 'b@example.org', 'Zo@example.com']", TEXT),
            of("kind", "'type': 'choice', 'choices': ['red', 'green', 'blue']", "['red', 'green', 'blue']", TEXT),
            of(
                    "code",
                    "'type': 'uuid'",
                    "['01890000-0000-7000-8000-000000000001', 'f1890000-0000-7000-8000-000000000002',"
                            + " '81890000-0000-7000-8000-000000000003']",
                    TEXT),
            of("amount", "'type': 'integer'", "[-3, 0, 1, 2, 2147483647]", NUMBER),
            of("big", "'type': 'bigint'", "[-9007199254740993, 0, 7, 9007199254740993]", NUMBER),
            of(
                    "price",
                    "'type': 'decimal', 'precision': 20, 'scale': 4",
                    "[0, 0.1, 10, 10.5, -0.25, 12345678901234.5678]",
                    NUMBER),
            of("cost", "'type': 'currency'", "[1, 2.5, 99.99]", NUMBER),
            of("ratio", "'type': 'float'", "[0, -1.5, 0.25, 3, 1000000000000.5]", NUMBER),
            of("active", "'type': 'boolean'", "[true, false]", JsonNode::booleanValue),
            of(
                    "day",
                    "'type': 'date'",
                    "['2025-12-31', '2026-01-01', '2026-01-05', '2026-02-28', '1999-07-15']",
                    value -> LocalDate.parse(value.textValue())),
            of(
                    "clock",
                    "'type': 'time'",
                    "['00:00:00', '12:30:00', '23:59:59']",
                    value -> LocalTime.parse(value.textValue())),
            of(
                    "at",
                    "'type': 'datetime'",
                    "['2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z', '2026-01-01T00:30:00.5Z',"
                            + " '2026-05-04T10:00:00Z']",
                    value -> Instant.parse(value.textValue())),
            of(
                    "tags",
                    "'type': 'multi_choice', 'choices': ['x', 'y', 'z']",
                    "[[], ['x'], ['x', 'y'], ['y', 'x'], ['x', 'y', 'z']]",
                    value -> value),
            of(
                    "data",
                    "'type': 'json'",
                    "[{'a': 1}, {'a': 1, 'b': [1, 2]}, {'b': [2]}, [], 'text', 5]",
                    value -> value));

    static Kind named(String name) {
        return ALL.stream().filter(kind -> kind.name.equals(name)).findFirst().orElseThrow();
    }

    boolean isNumber() {
        return read == NUMBER;
    }

    boolean isText() {
        return read == TEXT;
    }

    /** Whether rows have an order by it. */
    boolean isSortable() {
        return !name.equals("tags") && !name.equals("data");
    }

    /** Compares two values that are there. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    int compare(Object one, Object other, TextOrder texts) {
        if (one instanceof String text && !name.equals("code")) {
            return texts.compare(text, (String) other);
        }
        return ((Comparable) one).compareTo(other);
    }

    /** Whether two values that are there are the same. */
    static boolean same(Object one, Object other) {
        return one instanceof BigDecimal number ? number.compareTo((BigDecimal) other) == 0 : one.equals(other);
    }

    /** The text of a value in the form that Java gives to values like another: times and moments have several. */
    static String sameForm(String text, Object like) {
        return like instanceof LocalTime
                ? LocalTime.parse(text).toString()
                : like instanceof Instant ? Instant.parse(text).toString() : text;
    }

    private static Kind of(String name, String config, String values, Function<JsonNode, Object> read) {
        List<JsonNode> all = new java.util.ArrayList<>();
        Json.parse(values.replace('\'', '"')).forEach(all::add);
        return new Kind(name, "{\"name\": \"" + name + "\", " + config.replace('\'', '"') + "}", all, read);
    }
}
