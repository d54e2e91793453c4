package io.nocode.runtime.transfer;

import io.nocode.shared.problem.CommonProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms in which rows leave. */
enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** What a file's name ends with, after the dot. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether rows can hold other rows in it. */
    boolean embeds() {
        return this == JSON || this == NDJSON;
    }

    /** The form of that name; CSV where nothing is said. */
    static ExportFormat named(@Nullable String name) {
        for (ExportFormat format : values()) {
            if (format.ending().equals(name == null ? CSV.ending() : name)) {
                return format;
            }
        }
        throw CommonProblem.INVALID.at(
                "format",
                "field.must_be.one_of",
                Arrays.stream(values()).map(ExportFormat::ending).collect(Collectors.joining(", ")));
    }
}
