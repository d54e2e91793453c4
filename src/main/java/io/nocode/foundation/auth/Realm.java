package io.nocode.foundation.auth;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an account signs in: at the platform, or at one application whose end user it is. A token of one realm is
 * nothing in another.
 *
 * @param app null for the platform
 */
public record Realm(@Nullable UUID app) {
    public static final Realm PLATFORM = new Realm(null);
    private static final String APPS = "/apps/";

    public static Realm of(UUID app) {
        return new Realm(app);
    }

    /** What the tokens of this realm name as their audience. */
    String audience(String platform) {
        return app == null ? platform : platform + APPS + app;
    }

    /** The realm whose tokens name this audience; empty for what is none of ours. */
    static Optional<Realm> ofAudience(String audience, String platform) {
        if (audience.equals(platform)) {
            return Optional.of(PLATFORM);
        }
        String prefix = platform + APPS;
        return audience.startsWith(prefix)
                ? Optional.of(of(UUID.fromString(audience.substring(prefix.length()))))
                : Optional.empty();
    }
}
