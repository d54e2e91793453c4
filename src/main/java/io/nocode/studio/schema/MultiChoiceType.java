package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.sql.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Any number of a fixed set of values, none of them twice; their order is kept. */
public record MultiChoiceType(Choices choices) implements FieldType {
    static final TypeKind KIND = new TypeKind(
            "multi_choice",
            "multiselect",
            "text[]",
            Choices.OPTIONS,
            Operator.SETS,
            options -> new MultiChoiceType(Choices.read(options)));

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.TEXT_ARRAY;
    }

    @Override
    public List<String> checks(Identifier column) {
        return List.of(
                column + " <@ array[" + choices.literals() + "]::text[]",
                "array_position(" + column + ", null) is null",
                "nocode.is_set(" + column + ")");
    }

    @Override
    public Object parse(JsonNode value) {
        if (!value.isArray()) {
            throw new ValueFault("field.must_be.array");
        }
        List<String> values = new ArrayList<>();
        value.forEach(each -> values.add(Values.text(each)));
        return distinct(values);
    }

    /** Separated by commas, as in a cell of a file. */
    @Override
    public Object parseText(String text) {
        return distinct(
                text.isBlank()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1)).map(String::strip).toList());
    }

    private List<String> distinct(List<String> values) {
        values.forEach(choices::require);
        if (new HashSet<>(values).size() < values.size()) {
            throw new ValueFault("field.duplicate");
        }
        return List.copyOf(values);
    }

    @Override
    public boolean indexable() {
        return false;
    }

    @Override
    public ObjectNode options() {
        return choices.options();
    }
}
