package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.query.Assignment;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.shared.json.TextCheck;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.schema.Act;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.ValueFault;
import io.nocode.studio.schema.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a body wants to become of a row. Everything that is wrong with it is found at once, before any SQL. */
final class RowBody {
    /** What becomes of a field that the body leaves out. */
    enum Left {
        /** A new row: its default. */
        OUT_OF_NEW(Act.CREATE),
        /** A new row or one that is there: its default, or it stays. */
        OUT_OF_UPSERT(Act.CREATE, Act.UPDATE),
        /** PUT: its default. */
        OUT_OF_WHOLE(Act.UPDATE),
        /** PATCH: it stays. */
        OUT_OF_PATCH(Act.UPDATE),
        /** A row that becomes again what it was: it stays. */
        OUT_OF_HISTORY(Act.UPDATE);

        private final List<Act> acts;

        Left(Act... acts) {
            this.acts = List.of(acts);
        }
    }

    private final LiveTable table;
    private final Permits permits;
    private final Left left;
    private final Map<String, Column> settable = new LinkedHashMap<>();

    RowBody(LiveTable table, Permits permits, Left left) {
        this.table = table;
        this.permits = permits;
        this.left = left;
        for (Column column : table.columns()) {
            if (column.field() != null && column.isWritable() && sets(column)) {
                settable.put(column.name(), column);
            }
        }
    }

    private boolean sets(Column column) {
        return left.acts.stream().allMatch(act -> permits.sets(table, act, column));
    }

    /** The assignments of a body that is nothing but a row. */
    static List<Assignment> read(OpenTable open, Left left, JsonNode body) {
        Faults faults = new Faults();
        List<Assignment> assignments = new RowBody(open.table(), open.permits(), left).read(body, "", faults);
        faults.throwIfAny();
        return assignments;
    }

    /**
     * The assignments in the order of the table's columns.
     *
     * @param prefix what the paths of faults begin with: of the row within the body, with a dot at its end
     */
    List<Assignment> read(JsonNode body, String prefix, Faults faults) {
        String here = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        if (!body.isObject()) {
            faults.add(here.isEmpty() ? "body" : here, "field.must_be_object");
            return List.of();
        }
        TextCheck.check(body, here, faults);
        body.fieldNames().forEachRemaining(name -> {
            if (!settable.containsKey(name)) {
                refuse(name, prefix, faults);
            }
        });
        List<Assignment> assignments = new ArrayList<>(settable.size());
        settable.forEach((name, column) -> {
            Assignment assignment = assignment(column, body.get(name), prefix, faults);
            if (assignment != null) {
                assignments.add(assignment);
            }
        });
        return assignments;
    }

    private void refuse(String name, String prefix, Faults faults) {
        Column column = table.column(name);
        if (column == null || !permits.reads(table, column)) {
            faults.unknown(prefix + name);
        } else {
            faults.serverOwned(prefix + name);
        }
    }

    private @Nullable Assignment assignment(Column column, @Nullable JsonNode value, String prefix, Faults faults) {
        Field field = Objects.requireNonNull(column.field());
        if (value == null) {
            if (left == Left.OUT_OF_PATCH || left == Left.OUT_OF_HISTORY) {
                return null;
            }
            if (field.required() && !field.hasDefault()) {
                faults.add(prefix + field.name(), "field.required");
            }
            return left == Left.OUT_OF_WHOLE ? Assignment.toDefault(column) : null;
        }
        if (value.isNull()) {
            if (field.required()) {
                faults.add(prefix + field.name(), "field.required");
            }
            return Assignment.value(column, null);
        }
        try {
            Object parsed = column.type().parse(value);
            return left == Left.OUT_OF_PATCH && column.wire() == Wire.JSON && parsed instanceof ObjectNode
                    ? Assignment.merged(column, parsed)
                    : Assignment.value(column, parsed);
        } catch (ValueFault wrong) {
            faults.add(prefix + field.name(), wrong.fault().key(), wrong.fault().words());
            return null;
        }
    }
}
