package io.nocode.foundation.invoices;

import io.nocode.foundation.billing.BillingInterval;
import io.nocode.shared.problem.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice as it is kept: its words depend on who reads it.
 *
 * @param amount before tax; below zero where something is given back
 */
public record InvoiceLine(
        LineKind kind,
        @Nullable String plan,
        @Nullable BillingInterval interval,
        @Nullable Instant periodStart,
        @Nullable Instant periodEnd,
        BigDecimal amount) {
    String description(Locale language) {
        return Messages.text(
                language,
                kind.messageKey(),
                plan == null ? "" : plan,
                interval == null ? "" : Messages.text(language, "invoice.interval." + interval));
    }

    InvoiceLineView view(Locale language) {
        return new InvoiceLineView(kind, description(language), periodStart, periodEnd, amount);
    }
}
