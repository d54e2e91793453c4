package io.nocode.foundation.billing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The periods that follow each other from an anchor, by the calendar of a time zone. Each is counted from the anchor and
 * not from the one before: what begins on 31 January goes on at the end of February and on 31 March, and a year from
 * 29 February ends on the 28th, until the next leap year.
 */
public record Periods(Instant anchor, BillingInterval interval, ZoneId zone) {
    /**
     * One of the periods.
     *
     * @param number from 0
     */
    public Period number(int number) {
        return new Period(boundary(number), boundary(number + 1));
    }

    /** The number of the period in which an instant lies; 0 for what is before the anchor. */
    public int numberAt(Instant instant) {
        long months = java.time.temporal.ChronoUnit.MONTHS.between(local(anchor), local(instant));
        int number = (int) Math.max(0, months / interval.months() - 1);
        while (!boundary(number + 1).isAfter(instant)) {
            number++;
        }
        return number;
    }

    private Instant boundary(int number) {
        return local(anchor).plusMonths((long) number * interval.months()).toInstant();
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(zone);
    }
}
