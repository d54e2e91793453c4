package io.nocode.insights.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.insights.activities.ActivityView;
import io.nocode.shared.json.Json;
import java.util.List;

/** A JSON object a line. */
record NdjsonFile(List<Column> columns, ExportOptions options) implements FileText {
    static ObjectNode object(ActivityView activity, List<Column> columns, ExportOptions options) {
        ObjectNode object = Json.object();
        for (Column column : columns) {
            Object value = column.plain(activity, options);
            object.set(column.name(), value == null ? object.nullNode() : Json.tree(value));
        }
        return object;
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public String line(ActivityView activity, boolean first) {
        return object(activity, columns, options) + "\n";
    }

    @Override
    public String foot() {
        return "";
    }
}
