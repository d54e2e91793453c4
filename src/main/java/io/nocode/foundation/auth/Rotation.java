package io.nocode.foundation.auth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a refresh token that somebody presents. */
enum Rotation {
    /** It is spent now, and gets a child. */
    ROTATE,
    /** It was spent a moment ago, by another tab: its child is given again. */
    SAME_CHILD,
    /** It was spent long ago: somebody has a copy, and its family ends. */
    REUSED,
    /** Nothing: it, or its family, has ended. */
    REFUSED;

    /**
     * @param spentAt when the token was spent, or null
     * @param grace how long after that the same child is given
     */
    static Rotation of(@Nullable Instant spentAt, Instant expiresAt, boolean familyEnded, Instant now, Duration grace) {
        if (familyEnded) {
            return REFUSED;
        }
        if (spentAt != null) {
            return now.isAfter(spentAt.plus(grace)) ? REUSED : SAME_CHILD;
        }
        return now.isBefore(expiresAt) ? ROTATE : REFUSED;
    }
}
