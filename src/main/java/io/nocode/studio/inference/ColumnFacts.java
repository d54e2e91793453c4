package io.nocode.studio.inference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.FieldType;
import io.nocode.studio.schema.TypeProbe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is seen of one column while the rows go by. */
final class ColumnFacts {
    private static final int MOST_DISTINCT = 100_000;
    private static final int MOST_CHOICES = 20;
    private static final int ROWS_FOR_CHOICES = 20;
    private static final int MOST_STRING = 255;
    private static final int EXAMPLES = 3;
    private static final Set<String> YES_OR_NO = Set.of("true", "false");
    /** Numbers that are numbers: a zero in front, or a plus, belongs to a code. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?");
    /** The types that values are tried on, the narrowest first. */
    private static final List<String> TRIED = List.of("date", "datetime", "time", "uuid", "email", "url", "color");

    private final String header;
    private final Set<String> distinct = new LinkedHashSet<>();
    private final List<FieldType> possible;
    private long rows;
    private long empty;
    private int longest;
    private int wholeDigits;
    private int fraction;
    private boolean numbers = true;
    private boolean truths = true;
    private boolean json;
    private boolean jsonOnly = true;
    private boolean spaced;
    private BigDecimal least = BigDecimal.ZERO;
    private BigDecimal most = BigDecimal.ZERO;

    ColumnFacts(String header, long rowsBefore) {
        this.header = header;
        this.rows = rowsBefore;
        this.empty = rowsBefore;
        this.possible = new ArrayList<>(TRIED.stream().map(TypeProbe::plain).toList());
    }

    String header() {
        return header;
    }

    /** A cell of text; a JSON object or list as its text, and {@code isJson}. */
    void see(String cell, boolean isJson) {
        rows++;
        String value = strip(cell);
        if (value.isEmpty()) {
            empty++;
            return;
        }
        json |= isJson;
        jsonOnly &= isJson;
        longest = Math.max(longest, value.codePointCount(0, value.length()));
        spaced |= value.chars().anyMatch(Character::isWhitespace);
        truths &= YES_OR_NO.contains(value.toLowerCase(Locale.ROOT));
        numbers = numbers && isNumber(value);
        possible.removeIf(type -> !TypeProbe.takes(type, value));
        if (distinct.size() <= MOST_DISTINCT) {
            distinct.add(value);
        }
    }

    private boolean isNumber(String value) {
        if (!NUMBER.matcher(value).matches()) {
            return false;
        }
        BigDecimal number = new BigDecimal(value);
        least = least.min(number);
        most = most.max(number);
        fraction = Math.max(fraction, number.scale());
        wholeDigits = Math.max(wholeDigits, number.precision() - number.scale());
        return true;
    }

    /** The field as it could be made. */
    ObjectNode field(String name, int position) {
        ObjectNode field = Json.object().put("name", name);
        String label = strip(header);
        if (!label.isEmpty()) {
            field.put("label", label.length() > 200 ? label.substring(0, 200) : label);
        }
        type(field);
        boolean full = empty == 0 && rows > 0;
        field.put("required", full);
        boolean code = full && rows > 1 && !spaced && longest <= 100 && distinct.size() == rows;
        field.put(
                "unique",
                code
                        && Set.of("string", "integer", "bigint", "uuid", "email")
                                .contains(field.path("type").asText()));
        return field.put("position", position);
    }

    private void type(ObjectNode field) {
        long filled = rows - empty;
        if (filled == 0) {
            field.put("type", "string");
        } else if (json) {
            field.put("type", jsonOnly ? "json" : "text");
        } else if (truths) {
            field.put("type", "boolean");
        } else if (numbers) {
            number(field);
        } else if (!possible.isEmpty()) {
            field.put("type", possible.get(0).name());
        } else if (longest > MOST_STRING) {
            field.put("type", "text");
        } else if (filled >= ROWS_FOR_CHOICES && distinct.size() <= MOST_CHOICES && distinct.size() * 5L <= filled) {
            field.put("type", "choice");
            distinct.forEach(value -> field.withArrayProperty("choices")
                    .addObject()
                    .put("value", value)
                    .put("label", value));
        } else {
            field.put("type", "string").put("max_length", MOST_STRING);
        }
    }

    private void number(ObjectNode field) {
        if (fraction > 0) {
            field.put("type", "decimal")
                    .put("precision", Math.max(12, wholeDigits + fraction + 2))
                    .put("scale", fraction);
        } else if (fits(Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            field.put("type", "integer");
        } else if (fits(Long.MIN_VALUE, Long.MAX_VALUE)) {
            field.put("type", "bigint");
        } else {
            field.put("type", "decimal").put("precision", wholeDigits + 2).put("scale", 0);
        }
    }

    private boolean fits(long lowest, long highest) {
        return least.compareTo(BigDecimal.valueOf(lowest)) >= 0 && most.compareTo(BigDecimal.valueOf(highest)) <= 0;
    }

    InferredColumn told(String field, String type) {
        return new InferredColumn(
                header,
                field,
                type,
                empty,
                Math.min(distinct.size(), MOST_DISTINCT),
                distinct.stream().limit(EXAMPLES).toList());
    }

    /** Without the spaces of any script around it. */
    static String strip(String text) {
        return text.replaceAll("^[\\s\\u00a0\\u2007\\u202f\\ufeff]+|[\\s\\u00a0\\u2007\\u202f]+$", "");
    }
}
