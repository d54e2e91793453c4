package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import java.util.regex.Pattern;

/** What short texts of a fixed form share: they are held to it by Java and by PostgreSQL alike. */
interface FormText extends FieldType {
    /**
     * A form.
     *
     * @param most how many characters at most
     * @param pattern of the whole text; read alike by Java and by PostgreSQL
     * @param fault what to tell of a text that is not of the form
     */
    record Form(int most, Pattern pattern, String fault) {}

    Form form();

    @Override
    default Wire wire() {
        return Wire.TEXT;
    }

    @Override
    default List<String> checks(Identifier column) {
        return List.of(
                "char_length(" + column + ") <= " + form().most(),
                column + " ~ " + Literal.text("^(?:" + form().pattern().pattern() + ")$"));
    }

    @Override
    default Object parse(JsonNode value) {
        return parseText(Values.text(value));
    }

    @Override
    default Object parseText(String text) {
        if (text.length() > form().most() || !form().pattern().matcher(text).matches()) {
            throw new ValueFault(form().fault());
        }
        return text;
    }

    @Override
    default boolean searchable() {
        return true;
    }
}
