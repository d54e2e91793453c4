package io.nocode.foundation.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice.
 *
 * @param amount before tax; below zero where something is given back
 */
@Schema(name = "InvoiceLine")
public record InvoiceLineView(
        LineKind kind,
        String description,
        @Nullable Instant periodStart,
        @Nullable Instant periodEnd,
        BigDecimal amount) {}
