package io.nocode.foundation.subscriptions;

import io.nocode.shared.settings.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** The settings under {@code nocode.billing}. */
final class BillingSettings {
    private BillingSettings() {}

    /** {@code nocode.billing.zone}: whose calendar the months are of. */
    static ZoneId zone() {
        String zone = Settings.text("nocode.billing.zone", "UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new IllegalStateException("nocode.billing.zone must be a time zone such as Europe/Paris.", unknown);
        }
    }

    /** {@code nocode.billing.grace}: how long after its invoice was due a subscription ends. */
    static Duration grace() {
        return Settings.duration("nocode.billing.grace", Duration.ofDays(14));
    }
}
