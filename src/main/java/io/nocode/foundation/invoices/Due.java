package io.nocode.foundation.invoices;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount that an organisation owes.
 *
 * @param paymentMethod the one that was agreed for it; null for the organisation's default
 */
public record Due(
        UUID invoice,
        UUID organisation,
        String number,
        BigDecimal total,
        String currency,
        @Nullable UUID paymentMethod) {}
