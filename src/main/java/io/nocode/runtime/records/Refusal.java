package io.nocode.runtime.records;

import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.RowSql;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.problem.Reason;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.studio.schema.ConstraintNames;
import io.nocode.studio.schema.FormulaType;
import io.nocode.studio.schema.TableIndex;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL refused to store, led back to the fields that are to blame.
 *
 * @param fields their names; empty where it is the row as a whole
 * @param message what to tell of each
 */
record Refusal(Reason reason, List<String> fields, String message) {
    /** What a broken constraint means; empty for a fault of another kind. */
    static Optional<Refusal> of(OpenTable open, DatabaseFault fault) {
        LiveTable table = open.table();
        List<String> fields = fields(table, fault);
        return Optional.<Refusal>ofNullable(
                        switch (fault.state()) {
                            case "23505" -> new Refusal(RowProblem.NOT_UNIQUE, fields, "field.taken");
                            // A relation that restricts says it of deletions alone, also within one table.
                            case "23001" -> new Refusal(RowProblem.ROW_IN_USE, List.of(), "");
                            case "23503" ->
                                // The constraint of another table's relation says that the row is pointed to.
                                fields.isEmpty()
                                        ? new Refusal(RowProblem.ROW_IN_USE, fields, "")
                                        : new Refusal(CommonProblem.INVALID, fields, missing(table, fields.get(0)));
                            case "23502" ->
                                new Refusal(CommonProblem.INVALID, List.of(fault.column()), "field.required");
                            case "23514" -> new Refusal(CommonProblem.INVALID, fields, "field.not_allowed");
                            // Only what PostgreSQL works out itself can be out of range: values were looked at before.
                            case "22003", "22008", "22012" -> formulas(table);
                            case RowSql.OUTSIDE -> new Refusal(RowProblem.ROW_OUTSIDE_POLICY, List.of(), "");
                            default -> null;
                        })
                .map(refusal -> refusal.to(open));
    }

    /** What to throw for a fault: a problem that names the fields where a constraint was broken. */
    static RuntimeException problem(OpenTable open, DatabaseFault fault) {
        return of(open, fault).<RuntimeException>map(Refusal::problem).orElse(fault);
    }

    /** What the caller may know of it: no field is named that is hidden from them. */
    private Refusal to(OpenTable open) {
        return new Refusal(
                reason,
                fields.stream()
                        .filter(name -> {
                            Column column = open.table().column(name);
                            return column != null && open.knows(column);
                        })
                        .toList(),
                message);
    }

    /** What to throw where a row cannot be again what it was. */
    static RuntimeException ofReturn(OpenTable open, DatabaseFault fault) {
        return of(open, fault)
                .map(refusal -> refusal.reason() == CommonProblem.INVALID
                        ? new Refusal(RowProblem.CANNOT_RETURN, refusal.fields(), refusal.message())
                        : refusal)
                .<RuntimeException>map(Refusal::problem)
                .orElse(fault);
    }

    private static String missing(LiveTable table, String field) {
        Column column = table.column(field);
        return column != null && column.isFiles() ? "field.no_such_file" : "field.no_such_row";
    }

    private static @Nullable Refusal formulas(LiveTable table) {
        List<String> formulas = table.columns().stream()
                .filter(column -> column.type() instanceof FormulaType)
                .map(Column::name)
                .toList();
        return formulas.isEmpty()
                ? null
                : new Refusal(
                        CommonProblem.INVALID, formulas, formulas.size() == 1 ? "field.formula" : "field.formulas");
    }

    private RuntimeException problem() {
        Faults faults = new Faults();
        fields.forEach(field -> faults.add(field, message));
        return faults.isEmpty() ? reason.because() : reason.at(faults);
    }

    private static List<String> fields(LiveTable table, DatabaseFault fault) {
        ConstraintNames.Parts parts = ConstraintNames.parse(fault.constraint()).orElse(null);
        if (parts == null) {
            return List.of();
        }
        if (parts.kind() != ConstraintNames.Kind.TX) {
            return table.byFieldId(parts.id()).map(Column::name).stream().toList();
        }
        return table.schema().options().indexes().stream()
                .filter(index -> index.id().equals(parts.id()))
                .map(TableIndex::fields)
                .flatMap(List::stream)
                .flatMap(id -> table.byFieldId(id).stream())
                .map(Column::name)
                .toList();
    }
}
