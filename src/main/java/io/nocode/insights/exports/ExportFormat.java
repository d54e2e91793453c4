package io.nocode.insights.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/** The forms of file. */
public enum ExportFormat {
    @JsonProperty("csv")
    CSV("text/csv; charset=utf-8") {
        @Override
        FileText text(List<Column> columns, ExportOptions options) {
            return new CsvFile(columns, options);
        }
    },
    @JsonProperty("json")
    JSON("application/json") {
        @Override
        FileText text(List<Column> columns, ExportOptions options) {
            return new JsonFile(columns, options);
        }
    },
    @JsonProperty("ndjson")
    NDJSON("application/x-ndjson") {
        @Override
        FileText text(List<Column> columns, ExportOptions options) {
            return new NdjsonFile(columns, options);
        }
    };

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract FileText text(List<Column> columns, ExportOptions options);

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
