package io.nocode.foundation.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organisation is to pay for, before it is an invoice. */
public record Bill(
        UUID organisation,
        UUID subscription,
        @Nullable UUID paymentMethod,
        String currency,
        Instant at,
        List<InvoiceLine> lines) {
    BigDecimal sum() {
        return lines.stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
