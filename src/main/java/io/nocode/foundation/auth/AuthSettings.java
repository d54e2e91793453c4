package io.nocode.foundation.auth;

import io.nocode.shared.settings.Settings;
import java.time.Duration;

/** The configuration of sign-in. */
public final class AuthSettings {
    static final String ISSUER = Settings.text("nocode.jwt.issuer", "nocode-backend");
    static final String AUDIENCE = Settings.text("nocode.jwt.audience", "nocode-backend");
    public static final Duration ACCESS_LIFETIME =
            Settings.duration("nocode.jwt.access-lifetime", Duration.ofMinutes(15));
    static final Duration REFRESH_LIFETIME = Settings.duration("nocode.jwt.refresh-lifetime", Duration.ofDays(7));
    /** How long a spent refresh token still gives the same child: tabs refresh at once. */
    static final Duration REFRESH_GRACE = Duration.ofSeconds(10);

    public static final Duration VERIFICATION_LIFETIME = Duration.ofHours(48);
    public static final Duration RESET_LIFETIME = Duration.ofHours(1);

    /** Registrations and requests for e-mails from one address within a quarter of an hour. */
    static final int REGISTRATIONS_PER_ADDRESS =
            Settings.number("nocode.registration.per-address", Settings.development() ? 10_000 : 200);

    /** Mails of one kind that an account gets within an hour at most. */
    public static final int MAILS_PER_ACCOUNT = Settings.number("nocode.mail.per-account", 5);

    /** How long a key signs before another takes over. */
    static final Duration KEY_LIFETIME = Settings.duration("nocode.jwt.key-lifetime", Duration.ofDays(90));

    private AuthSettings() {}
}
