package io.nocode.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows of a table are deleted: for good, or softly.
 *
 * @param head the statement up to its condition
 * @param values those of the head
 * @param where what the statement's condition must hold beside its own
 */
record Deletion(String head, List<@Nullable Object> values, Condition where) {
    static Deletion of(LiveTable table, RowSql.Stamp stamp) {
        if (!table.deletesSoftly()) {
            return new Deletion("delete from " + table.quoted() + " t", List.of(), stamp.told());
        }
        List<@Nullable Object> values = new ArrayList<>(List.of(stamp.at(), stamp.at()));
        values.add(stamp.by());
        return new Deletion(
                "update " + table.quoted() + " t set \"" + Column.DELETED_AT + "\" = ?, " + RowSql.Stamp.SETS,
                values,
                Condition.ANYTHING);
    }
}
