package io.nocode.runtime.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom policies may ask about: who acts, and when.
 *
 * @param id null for nobody known
 * @param email null for nobody known
 * @param role as policies call it
 */
public record Asker(@Nullable UUID id, @Nullable String email, String role, List<String> teams, Instant now) {
    /** Somebody with whom a policy can be tried. */
    static final Asker ANYBODY = new Asker(new UUID(0, 0), "anybody@example.org", "anybody", List.of(), Instant.EPOCH);
}
