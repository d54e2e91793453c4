package io.nocode.runtime.transfer;

import io.nocode.studio.schema.ValueFault;
import io.nocode.studio.schema.Wire;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them, where they can mean one day only; the result is ISO 8601. */
final class LocalDates {
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4})");
    private static final Pattern MOMENT = Pattern.compile("(\\S+?)(?:[T ]\\s*([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)"
            + "([.,][0-9]{1,9})?\\s*(Z|z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]\\s*0{1,2}:00(:00(\\.0+)?)?\\s*(Z|\\+00(:?00)?)?$");

    private LocalDates() {}

    /** A day. A time of midnight behind it, which spreadsheets write, is passed over. */
    static String date(String text) {
        String day = MIDNIGHT.matcher(text).replaceFirst("");
        if (ISO.matcher(day).matches()) {
            return day;
        }
        Matcher first = YEAR_FIRST.matcher(day);
        if (first.matches()) {
            return iso(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(day);
        if (!last.matches()) {
            throw new ValueFault("field.must_be.date");
        }
        int one = Integer.parseInt(last.group(1));
        int other = Integer.parseInt(last.group(3));
        // Where dots part the numbers the day comes first, wherever in the world.
        if (last.group(2).equals(".") || one > 12 || one == other) {
            return iso(last.group(4), last.group(3), last.group(1));
        }
        if (other > 12) {
            return iso(last.group(4), last.group(1), last.group(3));
        }
        throw new ValueFault("field.date_ambiguous");
    }

    /** A moment; without an offset it is of UTC. */
    static String moment(String text) {
        Matcher parts = MOMENT.matcher(text);
        if (!parts.matches()) {
            throw new ValueFault("field.must_be.timestamp");
        }
        String time = parts.group(2) == null ? "00:00:00" : parts.group(2);
        time = (time.indexOf(':') == 1 ? "0" : "") + time + (time.length() <= 5 ? ":00" : "");
        String fraction = parts.group(3) == null ? "" : parts.group(3).replace(',', '.');
        return date(parts.group(1)) + "T" + time + fraction + offset(parts.group(4));
    }

    /** A date and time of a spreadsheet as text of the kind that the column holds. */
    static String text(LocalDateTime moment, Wire wire) {
        return switch (wire) {
            case DATE ->
                moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : moment.toString();
            case TIME -> moment.toLocalTime().toString();
            case TIMESTAMP -> moment + (moment.getSecond() == 0 && moment.getNano() == 0 ? ":00Z" : "Z");
            default ->
                moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : moment.toString();
        };
    }

    private static String offset(@org.jspecify.annotations.Nullable String offset) {
        if (offset == null || offset.equalsIgnoreCase("Z")) {
            return "Z";
        }
        return switch (offset.length()) {
            case 3 -> offset + ":00";
            case 5 -> offset.substring(0, 3) + ":" + offset.substring(3);
            default -> offset;
        };
    }

    private static String iso(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException wrong) {
            throw new ValueFault("field.must_be.date");
        }
    }
}
