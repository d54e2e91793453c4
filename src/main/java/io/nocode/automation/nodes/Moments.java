package io.nocode.automation.nodes;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Durations and timestamps as text. */
final class Moments {
    private Moments() {}

    /** A duration that is not negative and at most a year. */
    static Optional<Duration> duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.isNegative() || duration.compareTo(Duration.ofDays(366)) > 0
                    ? Optional.empty()
                    : Optional.of(duration);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
