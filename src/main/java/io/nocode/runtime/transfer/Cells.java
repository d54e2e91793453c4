package io.nocode.runtime.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nocode.runtime.query.Column;
import io.nocode.shared.csv.CsvLine;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.ChoiceType;
import io.nocode.studio.schema.Choices;
import io.nocode.studio.schema.MultiChoiceType;
import io.nocode.studio.schema.ValueFault;
import io.nocode.studio.schema.Wire;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What cells mean to columns, as JSON such as a request would send. What could be meant in two ways is refused and not
 * guessed: {@code 1,234} and per cent, and dates of which nobody knows which number is the month.
 *
 * @param decimalCommas whether a number may have a comma before its fraction
 * @param harmless whether text may have been made harmless for a spreadsheet
 */
record Cells(boolean decimalCommas, boolean harmless) {
    private static final Set<String> YES = Set.of("true", "yes", "1", "oui", "vrai", "y", "t", "o");
    private static final Set<String> NO = Set.of("false", "no", "0", "non", "faux", "n", "f");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]{1,400},[0-9]{1,400}");

    /**
     * A cell.
     *
     * @param value as {@link FileRow} has it
     * @throws ValueFault where the column cannot hold it
     */
    JsonNode read(Column column, @Nullable Object value) {
        if (value == null) {
            return NullNode.instance;
        }
        if (value instanceof JsonNode json) {
            return json.isTextual() && column.wire() != Wire.TEXT && column.wire() != Wire.JSON
                    ? text(column, json.textValue())
                    : json.isTextual() && column.wire() == Wire.TEXT ? choice(column, json.textValue()) : json;
        }
        if (value instanceof BigDecimal number) {
            return number(column, number);
        }
        if (value instanceof Boolean truth) {
            return column.wire() == Wire.BOOLEAN || column.wire() == Wire.JSON
                    ? BooleanNode.valueOf(truth)
                    : text(column, truth.toString());
        }
        if (value instanceof LocalDateTime moment) {
            return text(column, LocalDates.text(moment, column.wire()));
        }
        return text(column, value.toString());
    }

    private JsonNode number(Column column, BigDecimal number) {
        return switch (column.wire()) {
            case INTEGER, BIGINT ->
                new DecimalNode(number).isIntegralNumber()
                                || number.stripTrailingZeros().scale() <= 0
                        ? whole(number)
                        : text(column, number.toPlainString());
            case DECIMAL, FLOAT, JSON -> new DecimalNode(number);
            default -> text(column, number.toPlainString());
        };
    }

    private static JsonNode whole(BigDecimal number) {
        return Json.mapper().getNodeFactory().numberNode(number.toBigInteger());
    }

    private JsonNode text(Column column, String cell) {
        if (column.wire() == Wire.TEXT) {
            return choice(column, harmless ? CsvLine.original(cell) : cell);
        }
        if (column.wire() == Wire.TEXT_ARRAY) {
            return several(column, harmless ? CsvLine.original(cell) : cell);
        }
        String text = strip(cell);
        if (text.isEmpty()) {
            return NullNode.instance;
        }
        return switch (column.wire()) {
            case INTEGER, BIGINT -> wholeNumber(text);
            case DECIMAL, FLOAT -> decimalNumber(text);
            case BOOLEAN -> truth(text);
            case DATE -> new TextNode(LocalDates.date(text));
            case TIMESTAMP -> new TextNode(LocalDates.moment(text));
            case TIME -> new TextNode(text.matches("[0-9]:[0-9]{2}.*") ? "0" + text : text);
            case JSON -> json(text);
            default -> new TextNode(text);
        };
    }

    private static JsonNode wholeNumber(String text) {
        String digits = GroupedDigits.plain(text).orElse(text);
        if (!WHOLE.matcher(digits).matches()) {
            throw new ValueFault("field.must_be.whole_number");
        }
        return LongNode.valueOf(Long.parseLong(digits));
    }

    private JsonNode decimalNumber(String text) {
        if (NUMBER.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        if (decimalCommas && COMMA.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text.replace(',', '.')));
        }
        return DecimalNode.valueOf(
                new BigDecimal(GroupedDigits.plain(text).orElseThrow(() -> new ValueFault("field.must_be.number"))));
    }

    private static JsonNode truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return BooleanNode.TRUE;
        }
        if (NO.contains(word)) {
            return BooleanNode.FALSE;
        }
        throw new ValueFault("field.must_be.boolean");
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new ValueFault("field.must_be.json");
        }
    }

    /** A value, or what people see for it. */
    private static JsonNode choice(Column column, String text) {
        if (!(column.type() instanceof ChoiceType type)) {
            return new TextNode(text);
        }
        String word = strip(text);
        return word.isEmpty() ? NullNode.instance : new TextNode(value(type.choices(), word));
    }

    private static JsonNode several(Column column, String text) {
        String words = strip(text);
        ArrayNode values = Json.array();
        if (words.startsWith("[")) {
            return json(words);
        }
        if (!words.isEmpty()) {
            for (String word : List.of(words.split("\\|", -1))) {
                values.add(
                        column.type() instanceof MultiChoiceType type
                                ? value(type.choices(), strip(word))
                                : strip(word));
            }
        }
        return values;
    }

    private static String value(Choices choices, String word) {
        List<Choices.Choice> labelled = choices.all().stream()
                .filter(choice -> choice.label().equalsIgnoreCase(word))
                .toList();
        Optional<Choices.Choice> exact = choices.all().stream()
                .filter(choice -> choice.value().equals(word))
                .findFirst();
        return exact.isPresent() || labelled.size() != 1
                ? word
                : labelled.get(0).value();
    }

    /** Without the spaces of any script around it. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
