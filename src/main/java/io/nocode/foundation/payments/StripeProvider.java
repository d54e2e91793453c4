package io.nocode.foundation.payments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.invoices.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stripe, by its own client: {@code nocode.payments.stripe.secret-key}, {@code .webhook-secret}, {@code .base-url}. */
@ApplicationScoped
class StripeProvider implements PaymentProvider {
    static final String NAME = "stripe";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instrument instrument(
            UUID organisation, @Nullable String customer, PaymentType type, @Nullable String token) {
        return account().instrument(organisation, customer, type, token);
    }

    @Override
    public Charge charge(Due due, Instrument instrument, int attempt) {
        return account().charge(due, instrument, attempt);
    }

    @Override
    public String signatureHeader() {
        return "Stripe-Signature";
    }

    @Override
    public Optional<String> webhookSecret() {
        return PaymentSettings.stripeWebhookSecret();
    }

    @Override
    public PaymentEvent event(JsonNode message) {
        String id = EventFields.text(message, "id");
        JsonNode intent = message.path("data").path("object");
        String invoice = intent.path("metadata").path(StripeAccount.INVOICE).asText();
        if (!EventFields.text(message, "type").equals("payment_intent.succeeded") || invoice.isEmpty()) {
            return new PaymentEvent(id, null);
        }
        String currency = EventFields.text(intent, "currency");
        return new PaymentEvent(
                id,
                new PaymentEvent.Payment(
                        UUID.fromString(invoice),
                        StripeAccount.amount(EventFields.decimal(intent, "amount_received"), currency),
                        currency.toUpperCase(Locale.ROOT),
                        EventFields.text(intent, "id")));
    }

    private static StripeAccount account() {
        String key = PaymentSettings.stripeKey()
                .orElseThrow(() -> new IllegalStateException("nocode.payments.stripe.secret-key is not set."));
        return new StripeAccount(key, PaymentSettings.stripeUrl());
    }
}
