package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.formula.Formula;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL works out of the row's other fields whenever it is written.
 *
 * @param expression as people write it
 * @param asked the type that it is to have; null for the one that fits best
 * @param bound what it is with the fields of its table; null where it does not fit them
 */
public record FormulaType(
        String expression, @Nullable Result asked, @Nullable Bound bound) implements FieldType {
    /**
     * A formula that fits its table.
     *
     * @param sql the expression of the generated column
     * @param key the same with the ids of the fields for their names
     * @param uses the fields that it uses
     */
    record Bound(Result result, String sql, String key, Set<UUID> uses) {}

    /** The types that a formula may have. */
    public enum Result {
        STRING(new TextType(null)),
        INTEGER(new IntegerType(Integer.MIN_VALUE, Integer.MAX_VALUE)),
        BIGINT(new BigintType(Long.MIN_VALUE, Long.MAX_VALUE)),
        DECIMAL(new DecimalType(new Digits(1000, 500, null, null))),
        FLOAT(new FloatType(null, null)),
        BOOLEAN(new BooleanType()),
        DATE(new DateType(null, null)),
        TIME(new TimeType(null, null)),
        DATETIME(new DatetimeType(null, null)),
        TEXT(new TextType(null));

        private final FieldType type;

        Result(FieldType type) {
            this.type = type;
        }

        FieldType type() {
            return type;
        }
    }

    static final TypeKind KIND = new TypeKind(
            "formula",
            "readonly",
            "generated column",
            List.of(Option.required("expression", "string"), Option.optional("result_type", "string")),
            Operator.ORDER,
            FormulaType::read);

    private static FormulaType read(OptionReader options) {
        String expression = options.text("expression", "", Formula.MOST_CHARACTERS);
        if (expression.isBlank() && options.node("expression").isMissingNode()) {
            options.refuse("expression", "field.required");
        }
        Result asked = options.node("result_type").isMissingNode()
                ? null
                : options.choice("result_type", Result.STRING, Result.class);
        return new FormulaType(expression, asked, null);
    }

    private Result result() {
        return bound != null ? bound.result() : Objects.requireNonNullElse(asked, Result.TEXT);
    }

    FormulaType with(String otherExpression) {
        return new FormulaType(otherExpression, asked, null);
    }

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return result().type().wire();
    }

    @Override
    public String generation() {
        return bound == null ? " generated" : " generated always as (" + bound.sql() + ") stored";
    }

    @Override
    public Object parse(JsonNode value) {
        return result().type().parse(value);
    }

    @Override
    public Object parseText(String text) {
        return result().type().parseText(text);
    }

    @Override
    public Set<Operator> operators() {
        return result().type().operators();
    }

    @Override
    public boolean searchable() {
        return result().type().searchable();
    }

    @Override
    public boolean indexable() {
        return result().type().indexable();
    }

    @Override
    public ObjectNode options() {
        return Json.object()
                .put("expression", expression)
                .put("result_type", result().name().toLowerCase(java.util.Locale.ROOT));
    }
}
