package io.nocode.foundation.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invoice.
 *
 * @param taxRate in percent
 */
@Schema(name = "Invoice")
public record InvoiceView(
        UUID id,
        UUID organizationId,
        @Nullable UUID subscriptionId,
        String number,
        InvoiceStatus status,
        Instant issuedAt,
        Instant dueAt,
        @Nullable Instant paidAt,
        @Nullable Instant voidedAt,
        List<InvoiceLineView> lines,
        BigDecimal subtotal,
        BigDecimal taxRate,
        BigDecimal tax,
        BigDecimal total,
        String currency,
        Instant createdAt,
        Instant updatedAt) {}
