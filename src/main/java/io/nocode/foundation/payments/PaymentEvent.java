package io.nocode.foundation.payments;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells.
 *
 * @param id the provider's; each counts once
 * @param payment what was paid; null where the message is of something else
 */
public record PaymentEvent(String id, @Nullable Payment payment) {
    /**
     * An invoice that was paid.
     *
     * @param reference by what the provider knows the payment
     */
    public record Payment(UUID invoice, BigDecimal amount, String currency, String reference) {}
}
