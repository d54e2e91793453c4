package io.nocode.foundation.payments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.invoices.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody collects: an administrator says that an invoice is paid, or a program of the operator's tells it by the
 * webhook.
 */
@ApplicationScoped
class ManualProvider implements PaymentProvider {
    static final String NAME = "manual";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instrument instrument(
            UUID organisation, @Nullable String customer, PaymentType type, @Nullable String token) {
        return Instrument.of(null, token);
    }

    @Override
    public Charge charge(Due due, Instrument instrument, int attempt) {
        return new Charge(Charge.Outcome.BY_HAND, null);
    }

    @Override
    public String signatureHeader() {
        return "X-Signature";
    }

    @Override
    public Optional<String> webhookSecret() {
        return PaymentSettings.manualWebhookSecret();
    }

    /** {@code {"id", "type": "invoice.paid", "invoice_id", "amount", "currency", "reference"}}. */
    @Override
    public PaymentEvent event(JsonNode message) {
        String id = EventFields.text(message, "id");
        if (!message.path("type").asText().equals("invoice.paid")) {
            return new PaymentEvent(id, null);
        }
        return new PaymentEvent(
                id,
                new PaymentEvent.Payment(
                        UUID.fromString(EventFields.text(message, "invoice_id")),
                        EventFields.decimal(message, "amount"),
                        EventFields.text(message, "currency"),
                        message.path("reference").asText(id)));
    }
}
