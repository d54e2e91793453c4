package io.nocode.insights.tracking;

import io.nocode.shared.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long events are kept: {@code nocode.insights.retention}, such as {@code P730D}; for ever where it is not set. */
final class Retention {
    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

    private Retention() {}

    /** What happened before this is not kept. */
    static Instant oldest(Clock clock) {
        Duration kept = Settings.duration("nocode.insights.retention", Duration.ZERO);
        return kept.isZero() ? OLDEST : clock.instant().minus(kept);
    }
}
