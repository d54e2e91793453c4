package io.nocode.foundation.payments;

import io.nocode.shared.settings.Settings;
import java.util.Optional;

/** The settings under {@code nocode.payments}. */
final class PaymentSettings {
    private PaymentSettings() {}

    /** {@code nocode.payments.provider}: who collects from new payment methods. */
    static String provider() {
        return Settings.text("nocode.payments.provider", ManualProvider.NAME);
    }

    /**
     * Says what is missing of a provider's settings.
     *
     * @throws IllegalStateException a sentence that names the key
     */
    static void check(String provider, Optional<String> stripeKey) {
        switch (provider) {
            case ManualProvider.NAME -> {}
            case StripeProvider.NAME -> {
                if (stripeKey.isEmpty()) {
                    throw new IllegalStateException(
                            "nocode.payments.stripe.secret-key is not set, and nocode.payments.provider is stripe.");
                }
            }
            default ->
                throw new IllegalStateException(
                        "nocode.payments.provider must be manual or stripe, not '" + provider + "'.");
        }
    }

    /** {@code nocode.payments.manual.webhook-secret}; development knows one. */
    static Optional<String> manualWebhookSecret() {
        return Settings.text("nocode.payments.manual.webhook-secret")
                .or(() -> Settings.development() ? Optional.of("development") : Optional.empty());
    }

    /** {@code nocode.payments.stripe.secret-key}. */
    static Optional<String> stripeKey() {
        return Settings.text("nocode.payments.stripe.secret-key");
    }

    /** {@code nocode.payments.stripe.webhook-secret}. */
    static Optional<String> stripeWebhookSecret() {
        return Settings.text("nocode.payments.stripe.webhook-secret");
    }

    /** {@code nocode.payments.stripe.base-url}. */
    static String stripeUrl() {
        return Settings.text("nocode.payments.stripe.base-url", "https://api.stripe.com");
    }
}
