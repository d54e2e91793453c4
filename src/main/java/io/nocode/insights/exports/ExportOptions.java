package io.nocode.insights.exports;

import io.nocode.shared.problem.CommonProblem;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param includeHeaders CSV: whether the first line names the columns; true where absent
 * @param bom CSV: whether the file begins with a byte order mark; false where absent
 * @param dateFormat {@code iso} or a pattern of java.time, in UTC; iso where absent
 * @param delimiter CSV: what parts the cells; a comma where absent
 * @param language of the names of months and days in {@code date_format}
 */
public record ExportOptions(
        @Nullable Boolean includeHeaders,
        @Nullable Boolean bom,

        @Schema(example = "uuuu-MM-dd HH:mm:ss") @Nullable @Size(min = 1, max = 50)
        String dateFormat,

        @Schema(enumeration = {",", ";", "|", "\t"}) @Nullable @Pattern(regexp = "[,;|\t]")
        String delimiter,

        @Nullable Compression compression,
        @Nullable Language language) {
    static final ExportOptions PLAIN = new ExportOptions(null, null, null, null, null, null);

    /** Goes on only if the pattern is one that a moment can be written with. */
    void check() {
        try {
            time(Instant.EPOCH);
        } catch (IllegalArgumentException | DateTimeException notAPattern) {
            throw CommonProblem.INVALID.at("options.date_format", "field.date_format");
        }
    }

    boolean withHeaders() {
        return includeHeaders == null || includeHeaders;
    }

    boolean withBom() {
        return bom != null && bom;
    }

    char separator() {
        return delimiter == null ? ',' : delimiter.charAt(0);
    }

    boolean gzipped() {
        return compression == Compression.GZIP;
    }

    String time(Instant instant) {
        if (dateFormat == null || dateFormat.equals("iso")) {
            return instant.toString();
        }
        Language names = Objects.requireNonNullElse(language, Language.EN);
        return DateTimeFormatter.ofPattern(dateFormat, names.locale())
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }
}
