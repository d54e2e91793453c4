package io.nocode.foundation.attempts;

import io.nocode.shared.settings.Settings;
import java.time.Duration;

/** The configuration of how often credentials may be guessed. */
public final class AttemptSettings {
    /** How long an address and user agent are known after a sign-in from there. */
    public static final Duration KNOWN_DEVICE = Duration.ofDays(30);

    /** Failures within the window after which an account, or an address, has to wait. */
    static final int FAILURES_PER_ACCOUNT = Settings.number("nocode.login.failures-per-account", 10);

    /** On a development server everybody comes from one address. */
    static final int FAILURES_PER_ADDRESS =
            Settings.number("nocode.login.failures-per-address", Settings.development() ? 1_000 : 30);

    static final Duration FAILURE_WINDOW = Settings.duration("nocode.login.failure-window", Duration.ofMinutes(15));

    private AttemptSettings() {}
}
