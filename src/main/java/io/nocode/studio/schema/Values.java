package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What several types ask of their values. */
final class Values {
    private Values() {}

    static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new ValueFault("field.must_be.text");
        }
        return value.textValue();
    }

    /** How many characters PostgreSQL counts. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static void length(String text, int least, int most) {
        int length = length(text);
        if (length < least) {
            throw new ValueFault("field.too_short", least);
        }
        if (length > most) {
            throw new ValueFault("field.too_long", most);
        }
    }

    static long whole(JsonNode value, long least, long most) {
        if (!value.isIntegralNumber()) {
            throw new ValueFault("field.must_be.whole_number");
        }
        return whole(value.bigIntegerValue(), least, most);
    }

    static long whole(String text, long least, long most) {
        if (!text.matches("[+-]?[0-9]{1,30}")) {
            throw new ValueFault("field.must_be.whole_number");
        }
        return whole(new BigInteger(text), least, most);
    }

    private static long whole(BigInteger number, long least, long most) {
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new ValueFault("field.between", String.valueOf(least), String.valueOf(most));
        }
        return number.longValue();
    }

    static BigDecimal number(JsonNode value) {
        if (!value.isNumber()) {
            throw new ValueFault("field.must_be.number");
        }
        return value.decimalValue();
    }

    static BigDecimal number(String text) {
        if (!text.matches("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?")) {
            throw new ValueFault("field.must_be.number");
        }
        return new BigDecimal(text);
    }

    static <T extends Comparable<? super T>> void within(T value, @Nullable T least, @Nullable T most) {
        if (least != null && value.compareTo(least) < 0) {
            throw new ValueFault("field.at_least", least.toString());
        }
        if (most != null && value.compareTo(most) > 0) {
            throw new ValueFault("field.at_most", most.toString());
        }
    }
}
