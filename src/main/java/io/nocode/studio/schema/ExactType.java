package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.sql.Identifier;
import java.util.List;

/** What exact decimal numbers share, whatever they count. */
interface ExactType extends FieldType {
    Digits digits();

    @Override
    default Wire wire() {
        return Wire.DECIMAL;
    }

    @Override
    default String column() {
        return digits().column();
    }

    @Override
    default List<String> checks(Identifier column) {
        return digits().checks(column);
    }

    @Override
    default List<String> narrowings(String expression) {
        return digits().narrowings(expression);
    }

    @Override
    default Object parse(JsonNode value) {
        return digits().fit(Values.number(value));
    }

    @Override
    default Object parseText(String text) {
        return digits().fit(Values.number(text));
    }

    @Override
    default ObjectNode options() {
        return digits().options();
    }
}
