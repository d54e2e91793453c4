package io.nocode.shared.page;

import io.nocode.shared.problem.CommonProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The ends of a span of time that was given as dates or timestamps. */
public final class Moments {
    private Moments() {}

    /** The first moment of the span. */
    public static Instant from(String name, String text) {
        return isDate(text) ? day(name, text).atStartOfDay(ZoneOffset.UTC).toInstant() : timestamp(name, text);
    }

    /** The first moment after the span: the next day of a date, and the next microsecond of a timestamp. */
    public static Instant until(String name, String text) {
        return isDate(text)
                ? day(name, text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : timestamp(name, text).plus(1, ChronoUnit.MICROS);
    }

    private static boolean isDate(String text) {
        return text.length() == 10;
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw CommonProblem.INVALID.at(name, "field.date_or_timestamp");
        }
    }

    private static Instant timestamp(String name, String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException notATimestamp) {
            // Told below, like a year that cannot be.
        }
        throw CommonProblem.INVALID.at(name, "field.date_or_timestamp");
    }
}
