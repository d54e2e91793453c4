package io.nocode.foundation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Test
    void aFreshTokenIsRotated() {
        assertThat(Rotation.of(null, LATER, false, NOW, GRACE)).isEqualTo(Rotation.ROTATE);
    }

    @Test
    void aTokenThatWasSpentAMomentAgoGivesTheSameChild() {
        assertThat(Rotation.of(NOW.minusSeconds(10), LATER, false, NOW, GRACE)).isEqualTo(Rotation.SAME_CHILD);
    }

    @Test
    void aTokenThatWasSpentLongAgoIsATheft() {
        assertThat(Rotation.of(NOW.minusMillis(10_001), LATER, false, NOW, GRACE))
                .isEqualTo(Rotation.REUSED);
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertThat(Rotation.of(null, NOW, false, NOW, GRACE)).isEqualTo(Rotation.REFUSED);
    }

    @Test
    void nothingComesOfATokenWhoseFamilyHasEnded() {
        assertThat(Rotation.of(null, LATER, true, NOW, GRACE)).isEqualTo(Rotation.REFUSED);
        assertThat(Rotation.of(NOW, LATER, true, NOW, GRACE)).isEqualTo(Rotation.REFUSED);
    }
}
