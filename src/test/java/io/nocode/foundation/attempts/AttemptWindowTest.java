package io.nocode.foundation.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptWindowTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @Test
    void fewerFailuresThanTheLimitHoldNobodyUp() {
        assertThat(AttemptWindow.heldUntil(List.of(NOW, NOW), 3, WINDOW, NOW)).isEmpty();
    }

    @Test
    void theLimitHoldsUntilTheOldestOfTheLastFailuresHasLeftTheWindow() {
        List<Instant> failures = List.of(NOW, NOW.minusSeconds(60), NOW.minusSeconds(300));

        assertThat(AttemptWindow.heldUntil(failures, 3, WINDOW, NOW)).contains(NOW.plusSeconds(600));
    }

    @Test
    void onceItHasLeftTheWindowAnotherAttemptIsAllowed() {
        List<Instant> failures = List.of(NOW, NOW.minusSeconds(60), NOW.minusSeconds(900));

        assertThat(AttemptWindow.heldUntil(failures, 3, WINDOW, NOW)).isEmpty();
    }

    @Test
    void zeroSwitchesTheLimitOff() {
        assertThat(AttemptWindow.heldUntil(List.of(NOW), 0, WINDOW, NOW)).isEmpty();
    }
}
