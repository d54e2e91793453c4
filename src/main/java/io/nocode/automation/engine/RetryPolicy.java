package io.nocode.automation.engine;

import java.time.Duration;

/**
 * How often a step is tried, and how long after which attempt.
 *
 * @param maxAttempts the first one included
 * @param backoff the wait after the first attempt
 * @param multiplier by which each wait is longer than the one before
 * @param maxBackoff the longest wait
 */
public record RetryPolicy(int maxAttempts, Duration backoff, double multiplier, Duration maxBackoff) {
    /** One attempt. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, 1, Duration.ZERO);

    /** Whether another attempt follows the one with this number. */
    public boolean allowsAnother(int attempt) {
        return attempt < maxAttempts;
    }

    /**
     * The wait after an attempt: exponential, and by chance up to half less, so that what failed together is not tried
     * again together.
     *
     * @param attempt from 1
     * @param chance from 0 to 1
     */
    public Duration wait(int attempt, double chance) {
        double millis = backoff.toMillis() * Math.pow(multiplier, attempt - 1.0);
        double bounded = Math.min(millis, maxBackoff.toMillis());
        return Duration.ofMillis(Math.round(bounded * (1 - chance / 2)));
    }
}
