package io.nocode.shared.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/**
 * Gives the clock that everything asks; a test may put another in its place. It ticks in microseconds, as PostgreSQL
 * does, so that what is answered now is what is read back later.
 */
@Dependent
class Clocks {
    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
