package io.nocode.runtime.records;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Moments as RFC 3339 in UTC: {@code 2026-01-01T00:00:00Z}, with six digits of a second where there is a fraction.
 * Written by hand, since every row has several and the library's formatter takes many times as long.
 */
final class Timestamps {
    private Timestamps() {}

    static String text(OffsetDateTime moment) {
        OffsetDateTime utc = moment.withOffsetSameInstant(ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > 9999) {
            return DateTimeFormatter.ISO_INSTANT.format(utc);
        }
        char[] text = new char[27];
        digits(text, 0, 4, utc.getYear());
        text[4] = '-';
        digits(text, 5, 2, utc.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, utc.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 2, utc.getHour());
        text[13] = ':';
        digits(text, 14, 2, utc.getMinute());
        text[16] = ':';
        digits(text, 17, 2, utc.getSecond());
        int micros = utc.getNano() / 1000;
        if (micros == 0) {
            text[19] = 'Z';
            return new String(text, 0, 20);
        }
        text[19] = '.';
        digits(text, 20, 6, micros);
        text[26] = 'Z';
        return new String(text);
    }

    private static void digits(char[] text, int from, int count, int number) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
