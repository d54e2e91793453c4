package io.nocode.foundation.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * A time that is paid for, from its start up to its end. Shares are counted in the time that really passes: an hour
 * that the clocks skip is not paid for, and one that they repeat is.
 */
public record Period(Instant start, Instant end) {
    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A period ends after it starts: " + start + ", " + end);
        }
    }

    /**
     * The share of a price that falls on the time from an instant to the end, to the cent, half a cent upwards. What
     * lies between two instants is the difference of their shares: however often a period is divided, its parts sum to
     * the whole.
     */
    public BigDecimal rest(BigDecimal price, Instant from) {
        Instant within = from.isBefore(start) ? start : from.isAfter(end) ? end : from;
        BigDecimal left = nanos(Duration.between(within, end));
        BigDecimal whole = nanos(Duration.between(start, end));
        return price.multiply(left).divide(whole, 2, RoundingMode.HALF_UP);
    }

    /** The share of a price that falls on the time from the start to an instant. */
    public BigDecimal used(BigDecimal price, Instant until) {
        return price.setScale(2, RoundingMode.HALF_UP).subtract(rest(price, until));
    }

    private static BigDecimal nanos(Duration duration) {
        BigInteger seconds = BigInteger.valueOf(duration.getSeconds());
        return new BigDecimal(
                seconds.multiply(BigInteger.valueOf(1_000_000_000L)).add(BigInteger.valueOf(duration.getNano())));
    }
}
