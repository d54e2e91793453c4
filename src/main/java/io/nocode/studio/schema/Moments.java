package io.nocode.studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Dates and times as clients write them. */
final class Moments {
    private Moments() {}

    static LocalDate date(String text) {
        try {
            return year(LocalDate.parse(text), text);
        } catch (DateTimeException wrong) {
            throw new ValueFault("field.must_be.date");
        }
    }

    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException wrong) {
            throw new ValueFault("field.must_be.time");
        }
    }

    static OffsetDateTime moment(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MICROS);
            year(moment.toLocalDate(), text);
            return moment;
        } catch (DateTimeException wrong) {
            throw new ValueFault("field.must_be.timestamp");
        }
    }

    static boolean isNow(JsonNode defaultValue) {
        return defaultValue.isTextual()
                && (defaultValue.textValue().equals("NOW")
                        || defaultValue.textValue().equals("AUTO"));
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** ISO 8601 writes other years with a sign, and nobody means them. */
    private static LocalDate year(LocalDate date, String text) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException(text);
        }
        return date;
    }
}
