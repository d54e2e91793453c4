package io.nocode.runtime.records.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What each operator means. A missing value is not equal to anything, and is unequal to everything. */
record Meaning(TextOrder texts) {
    /** What an operator asks of a value, which may be null. */
    Predicate<Object> of(Kind kind, String operator, JsonNode given) {
        return switch (operator) {
            case "eq" ->
                given.isNull()
                        ? value -> value == null
                        : value -> is(value, kind.read().apply(given));
            case "ne" -> of(kind, "eq", given).negate();
            case "isnull" -> value -> (value == null) == given.booleanValue();
            case "gt" -> present(value -> kind.compare(value, kind.read().apply(given), texts) > 0);
            case "gte" -> present(value -> kind.compare(value, kind.read().apply(given), texts) >= 0);
            case "lt" -> present(value -> kind.compare(value, kind.read().apply(given), texts) < 0);
            case "lte" -> present(value -> kind.compare(value, kind.read().apply(given), texts) <= 0);
            case "range" -> of(kind, "gte", given.path(0)).and(of(kind, "lte", given.path(1)));
            case "in" -> value -> all(kind, given).stream().anyMatch(one -> is(value, one));
            case "not_in" -> of(kind, "in", given).negate();
            case "contains" ->
                kind.isText()
                        ? present(value -> value.toString().contains(given.textValue()))
                        : present(value -> holds((JsonNode) value, given));
            case "startswith" -> present(value -> value.toString().startsWith(given.textValue()));
            case "endswith" -> present(value -> value.toString().endsWith(given.textValue()));
            case "icontains" -> present(value -> lower(value).contains(lower(given.textValue())));
            case "iexact" -> present(value -> lower(value).equals(lower(given.textValue())));
            case "year" -> present(value -> day(value).getYear() == given.intValue());
            case "month" -> present(value -> day(value).getMonthValue() == given.intValue());
            case "day" -> present(value -> day(value).getDayOfMonth() == given.intValue());
            case "has_any" -> present(value -> anyOf((JsonNode) value, given));
            case "has_all" -> present(value -> holds((JsonNode) value, given));
            default -> throw new IllegalArgumentException("The reference does not know the operator " + operator);
        };
    }

    private static Predicate<Object> present(Predicate<Object> test) {
        return value -> value != null && test.test(value);
    }

    private static boolean is(Object value, Object other) {
        return value != null && Kind.same(value, other);
    }

    private static List<Object> all(Kind kind, JsonNode list) {
        List<Object> all = new ArrayList<>();
        list.forEach(each -> all.add(kind.read().apply(each)));
        return all;
    }

    private static String lower(Object text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static LocalDate day(Object value) {
        return value instanceof Instant moment ? LocalDate.ofInstant(moment, ZoneOffset.UTC) : (LocalDate) value;
    }

    private static boolean anyOf(JsonNode whole, JsonNode parts) {
        for (JsonNode part : parts) {
            if (holdsElement(whole, part)) {
                return true;
            }
        }
        return false;
    }

    /** Containment as PostgreSQL has it: an object's entries, an array's elements, a plain value within an array. */
    private static boolean holds(JsonNode whole, JsonNode part) {
        if (part.isObject() && whole.isObject()) {
            return part.properties().stream()
                    .allMatch(entry -> whole.has(entry.getKey()) && holds(whole.get(entry.getKey()), entry.getValue()));
        }
        if (part.isArray() && whole.isArray()) {
            for (JsonNode element : part) {
                if (!holdsElement(whole, element)) {
                    return false;
                }
            }
            return true;
        }
        return whole.isArray() && part.isValueNode() ? holdsElement(whole, part) : whole.equals(part);
    }

    private static boolean holdsElement(JsonNode array, JsonNode part) {
        for (JsonNode element : array) {
            if (element.isContainerNode() == part.isContainerNode() && holds(element, part)) {
                return true;
            }
        }
        return false;
    }
}
