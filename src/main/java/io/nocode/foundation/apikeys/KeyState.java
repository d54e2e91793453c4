package io.nocode.foundation.apikeys;

import io.nocode.shared.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What decides at each request what a key may do. */
record KeyState(
        UUID id,
        UUID maker,
        UUID organisation,
        Role role,
        Set<UUID> projects,
        @Nullable Instant expiresAt) {
    boolean isGoodAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
