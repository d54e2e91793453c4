package io.nocode.foundation.payments;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Reads what providers' messages must have; {@link IllegalArgumentException} where they have not. */
final class EventFields {
    private EventFields() {}

    static String text(JsonNode message, String name) {
        JsonNode value = message.path(name);
        if (!value.isTextual()
                || value.textValue().isEmpty()
                || value.textValue().length() > 255) {
            throw new IllegalArgumentException(name);
        }
        return value.textValue();
    }

    static BigDecimal decimal(JsonNode message, String name) {
        JsonNode value = message.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name);
        }
        return value.decimalValue();
    }
}
