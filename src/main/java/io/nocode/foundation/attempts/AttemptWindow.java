package io.nocode.foundation.attempts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When failures become too many. */
final class AttemptWindow {
    private AttemptWindow() {}

    /**
     * Until when further attempts are held up; empty where they are not.
     *
     * @param failures the latest, newest first
     * @param limit how many within the window are too many
     */
    static Optional<Instant> heldUntil(List<Instant> failures, int limit, Duration window, Instant now) {
        if (limit <= 0 || failures.size() < limit) {
            return Optional.empty();
        }
        // Once the oldest of the last `limit` failures has left the window, fewer than the limit are in it.
        Instant until = failures.get(limit - 1).plus(window);
        return until.isAfter(now) ? Optional.of(until) : Optional.empty();
    }
}
