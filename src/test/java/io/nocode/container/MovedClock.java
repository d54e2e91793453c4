package io.nocode.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of a server under test, which is later when a test says so. */
@Alternative
@Priority(1)
@Dependent
public class MovedClock {
    private static volatile Duration later = Duration.ZERO;

    /** From now on it is so much later than it is. */
    public static void later(Duration by) {
        later = by;
    }

    @Produces
    Clock clock() {
        return new Later(ZoneOffset.UTC);
    }

    private static final class Later extends Clock {
        private final ZoneId zone;

        Later(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Later(other);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(later).truncatedTo(ChronoUnit.MICROS);
        }
    }
}
