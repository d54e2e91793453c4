package io.nocode.insights.exports;

import io.nocode.insights.activities.ActivityView;
import io.nocode.shared.csv.CsvLine;
import java.util.List;

/** CSV after RFC 4180. */
record CsvFile(List<Column> columns, ExportOptions options) implements FileText {
    private static final String BOM = "\uFEFF";

    @Override
    public String head() {
        StringBuilder head = new StringBuilder(options.withBom() ? BOM : "");
        if (options.withHeaders()) {
            CsvLine line = new CsvLine(options.separator());
            columns.forEach(column -> line.raw(column.name()));
            head.append(line.end());
        }
        return head.toString();
    }

    @Override
    public String line(ActivityView activity, boolean first) {
        CsvLine line = new CsvLine(options.separator());
        for (Column column : columns) {
            Object value = column.plain(activity, options);
            line.text(value == null ? "" : value.toString());
        }
        return line.end();
    }

    @Override
    public String foot() {
        return "";
    }
}
