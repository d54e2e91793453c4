package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.problem.Faults;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of one field or of its type, and blames each by its path. A JSON null counts as left out. After
 * a fault the readers give a value that lets the rest be read.
 */
public final class OptionReader {
    private final ObjectNode source;
    private final String path;
    private final Faults faults;

    OptionReader(ObjectNode source, String path, Faults faults) {
        this.source = source;
        this.path = path;
        this.faults = faults;
    }

    JsonNode node(String name) {
        JsonNode value = source.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    void refuse(String name, String messageKey, Object... words) {
        faults.add(path.isEmpty() ? name : path + "." + name, messageKey, words);
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Faults faults() {
        return faults;
    }

    int integer(String name, int otherwise, int least, int most) {
        Integer value = integerOrNull(name, least, most);
        return value == null ? otherwise : value;
    }

    @Nullable
    Integer integerOrNull(String name, int least, int most) {
        Long value = wholeOrNull(name, least, most);
        return value == null ? null : Math.toIntExact(value);
    }

    @Nullable
    Long wholeOrNull(String name, long least, long most) {
        JsonNode value = node(name);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            refuse(name, "field.must_be.whole_number");
            return null;
        }
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            refuse(name, "field.between", String.valueOf(least), String.valueOf(most));
            return null;
        }
        return value.longValue();
    }

    @Nullable
    BigDecimal decimalOrNull(String name) {
        JsonNode value = node(name);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber()) {
            refuse(name, "field.must_be.number");
            return null;
        }
        return value.decimalValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = node(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            refuse(name, "field.must_be.boolean");
            return otherwise;
        }
        return value.booleanValue();
    }

    String text(String name, String otherwise, int most) {
        JsonNode value = node(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            refuse(name, "field.must_be.text");
            return otherwise;
        }
        if (value.textValue().length() > most) {
            refuse(name, "field.too_long", most);
            return otherwise;
        }
        return value.textValue();
    }

    /** A constant of an enumeration by its lower-case name. */
    <E extends Enum<E>> E choice(String name, E otherwise, Class<E> type) {
        String text = text(name, otherwise.name().toLowerCase(Locale.ROOT), 63);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        refuse(
                name,
                "field.must_be.one_of",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
        return otherwise;
    }

    /** Blames the greater end of a range that is the wrong way round. */
    <T extends Comparable<T>> void ordered(String lesser, @Nullable T least, String greater, @Nullable T most) {
        if (least != null && most != null && least.compareTo(most) > 0) {
            refuse(greater, "field.option.order", lesser);
        }
    }
}
