package io.nocode.shared.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives the clock that everything asks; a test may put another in its place. */
@Dependent
class Clocks {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
