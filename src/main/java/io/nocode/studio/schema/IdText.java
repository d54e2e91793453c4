package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** What types share that hold an id: of anything, of another row, of a member. */
interface IdText extends FieldType {
    @Override
    default Wire wire() {
        return Wire.UUID;
    }

    @Override
    default Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    default Object parseText(String text) {
        return uuid(text);
    }

    /** The whole form only: Java takes shorter ones too. */
    static UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException wrong) {
            // Told below, like a short form.
        }
        throw new ValueFault("field.must_be.uuid");
    }
}
