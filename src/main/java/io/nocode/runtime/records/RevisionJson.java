package io.nocode.runtime.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nocode.runtime.query.Column;
import io.nocode.runtime.query.Condition;
import io.nocode.runtime.query.LiveTable;
import io.nocode.runtime.query.Permits;
import io.nocode.shared.json.Json;
import io.nocode.studio.schema.Wire;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A row as its history has it, by the ids of its fields, in the form and under the names that it has now. */
final class RevisionJson {
    private RevisionJson() {}

    /** What the caller may see of it; what has become of no field is left out. */
    static @Nullable JsonNode seen(LiveTable table, Permits permits, JsonNode kept) {
        return kept.isNull()
                ? null
                : fields(
                        table,
                        kept,
                        column -> permits.reads(table, column) && permits.shown(table, column) == Condition.ANYTHING);
    }

    /** Its fields that the columns take. */
    static ObjectNode fields(LiveTable table, JsonNode kept, Predicate<Column> wanted) {
        ObjectNode row = Json.object();
        for (Column column : table.columns()) {
            JsonNode value = kept.get(
                    column.field() == null ? column.name() : column.field().id().toString());
            if (value != null && wanted.test(column)) {
                row.set(column.name(), shown(column, value));
            }
        }
        return row;
    }

    private static JsonNode shown(Column column, JsonNode value) {
        if (value.isTextual() && column.wire() == Wire.TIMESTAMP) {
            return TextNode.valueOf(Timestamps.text(OffsetDateTime.parse(value.textValue())));
        }
        return value.isNumber() && !column.prefix().isEmpty()
                ? TextNode.valueOf(column.prefix() + value.asText())
                : value;
    }
}
