package io.nocode.automation.workflows;

import io.nocode.shared.problem.CommonProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of query parameters. */
public final class Filters {
    private Filters() {}

    public static @Nullable UUID id(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException none) {
            // Told below.
        }
        throw CommonProblem.INVALID.at(name, "field.must_be.uuid");
    }

    /** A timestamp; a date is its beginning in UTC, or the beginning of the day after where it is the end of a span. */
    public static @Nullable Instant moment(String name, @Nullable String text, boolean end) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 10) {
                LocalDate day = LocalDate.parse(text).plusDays(end ? 1 : 0);
                return day.atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException none) {
            throw CommonProblem.INVALID.at(name, "field.must_be.timestamp");
        }
    }
}
