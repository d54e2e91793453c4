package io.nocode.insights.exports;

import io.nocode.insights.activities.ActivityView;
import java.util.List;

/** One JSON array. */
record JsonFile(List<Column> columns, ExportOptions options) implements FileText {
    @Override
    public String head() {
        return "[";
    }

    @Override
    public String line(ActivityView activity, boolean first) {
        return (first ? "\n" : ",\n") + NdjsonFile.object(activity, columns, options);
    }

    @Override
    public String foot() {
        return "\n]\n";
    }
}
