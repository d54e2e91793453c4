package io.nocode.studio.schema;

import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.formula.Formula;
import io.nocode.studio.schema.formula.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The formulas of a table and the fields that they use. */
public final class Formulas {
    private Formulas() {}

    /** The fields with each formula bound to the others, where it fits them. */
    static List<Field> bind(List<Field> fields) {
        if (fields.stream().noneMatch(Formulas::isFormula)) {
            return fields;
        }
        List<Field> bound = new ArrayList<>(fields.size());
        for (Field field : fields) {
            if (field.type() instanceof FormulaType formula) {
                try {
                    bound.add(field.withType(bound(formula, fields)));
                } catch (ValueFault doesNotFit) {
                    bound.add(field.withType(formula.with(formula.expression())));
                }
            } else {
                bound.add(field);
            }
        }
        return bound;
    }

    /** Blames the formulas that do not fit the fields, and what is asked of their values. */
    public static void check(List<Field> fields, String path, Faults faults) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).type() instanceof FormulaType formula) {
                String place = path.isEmpty() ? "" : path + "[" + i + "].";
                try {
                    FieldType type = bound(formula, fields);
                    if ((fields.get(i).unique() || fields.get(i).indexed()) && !type.indexable()) {
                        faults.add(
                                place + (fields.get(i).unique() ? "unique" : "indexed"),
                                "field.not_indexable",
                                type.name());
                    }
                } catch (ValueFault fault) {
                    faults.add(
                            place + "expression",
                            fault.fault().key(),
                            fault.fault().words());
                }
            }
        }
    }

    /** The fields with formulas that nobody has touched following fields to their new names. */
    public static List<Field> follow(List<Field> fields, List<Field> before) {
        Map<String, String> renamed = new HashMap<>();
        Map<UUID, Field> now =
                fields.stream().collect(Collectors.toMap(Field::id, field -> field, (one, other) -> one));
        before.forEach(old -> {
            Field is = now.get(old.id());
            if (is != null && !is.name().equals(old.name())) {
                renamed.put(old.name(), is.name());
            }
        });
        if (renamed.isEmpty()) {
            return fields;
        }
        return fields.stream()
                .map(field -> field.type() instanceof FormulaType formula
                                && before.stream().anyMatch(old -> isSame(old, field, formula))
                        ? field.withType(formula.with(Formula.renamed(formula.expression(), renamed)))
                        : field)
                .toList();
    }

    private static boolean isSame(Field old, Field field, FormulaType formula) {
        return old.id().equals(field.id())
                && old.type() instanceof FormulaType was
                && was.expression().equals(formula.expression());
    }

    private static FormulaType bound(FormulaType type, List<Field> fields) {
        Map<String, Formula.Input> columns = inputs(fields, false);
        Formula formula = Formula.of(type.expression(), columns);
        FormulaType.Result result = Objects.requireNonNullElse(type.asked(), natural(formula.kind()));
        Set<UUID> uses = fields.stream()
                .filter(field -> formula.names().contains(field.name()))
                .map(Field::id)
                .collect(Collectors.toSet());
        String key = Formula.of(type.expression(), inputs(fields, true)).sql();
        return new FormulaType(
                type.expression(),
                type.asked(),
                new FormulaType.Bound(result, as(result, formula.kind(), formula.sql()), result + " " + key, uses));
    }

    private static Map<String, Formula.Input> inputs(List<Field> fields, boolean byId) {
        Map<String, Formula.Input> inputs = new HashMap<>();
        inputs.put("created_at", new Formula.Input(Kind.MOMENT, "\"created_at\""));
        inputs.put("updated_at", new Formula.Input(Kind.MOMENT, "\"updated_at\""));
        for (Field field : fields) {
            if (!isFormula(field) && field.type().isStored()) {
                String column = byId ? field.id().toString() : field.column().quoted();
                switch (field.type().wire()) {
                    case TEXT -> inputs.put(field.name(), new Formula.Input(Kind.TEXT, column + "::text"));
                    case INTEGER, BIGINT ->
                        inputs.put(field.name(), new Formula.Input(Kind.WHOLE, column + "::numeric"));
                    case DECIMAL -> inputs.put(field.name(), new Formula.Input(Kind.DECIMAL, column));
                    case FLOAT -> inputs.put(field.name(), new Formula.Input(Kind.FLOAT, column));
                    case BOOLEAN -> inputs.put(field.name(), new Formula.Input(Kind.BOOLEAN, column));
                    case DATE -> inputs.put(field.name(), new Formula.Input(Kind.DATE, column));
                    case TIME -> inputs.put(field.name(), new Formula.Input(Kind.TIME, column));
                    case TIMESTAMP -> inputs.put(field.name(), new Formula.Input(Kind.MOMENT, column));
                    case JSON, UUID, TEXT_ARRAY -> {
                        // Nothing can be worked out of these.
                    }
                }
            }
        }
        return inputs;
    }

    private static FormulaType.Result natural(Kind kind) {
        return switch (kind) {
            case WHOLE -> FormulaType.Result.BIGINT;
            case DECIMAL -> FormulaType.Result.DECIMAL;
            case FLOAT -> FormulaType.Result.FLOAT;
            case TEXT -> FormulaType.Result.STRING;
            case BOOLEAN -> FormulaType.Result.BOOLEAN;
            case DATE -> FormulaType.Result.DATE;
            case TIME -> FormulaType.Result.TIME;
            case MOMENT -> FormulaType.Result.DATETIME;
        };
    }

    /** The expression as the column's type. */
    private static String as(FormulaType.Result result, Kind kind, String sql) {
        boolean fits =
                switch (result) {
                    case INTEGER, BIGINT -> kind == Kind.WHOLE;
                    case DECIMAL, FLOAT -> kind.isNumber();
                    case STRING, TEXT -> kind == Kind.TEXT;
                    case BOOLEAN -> kind == Kind.BOOLEAN;
                    case DATE -> kind == Kind.DATE;
                    case TIME -> kind == Kind.TIME;
                    case DATETIME -> kind == Kind.MOMENT;
                };
        if (!fits) {
            throw new ValueFault(
                    "field.formula.result",
                    natural(kind).name().toLowerCase(java.util.Locale.ROOT),
                    result.name().toLowerCase(java.util.Locale.ROOT));
        }
        return result.type().wire().isNumber()
                ? "(" + sql + ")::" + result.type().wire().base()
                : sql;
    }

    private static boolean isFormula(Field field) {
        return field.type() instanceof FormulaType;
    }
}
