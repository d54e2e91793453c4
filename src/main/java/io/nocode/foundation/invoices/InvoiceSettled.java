package io.nocode.foundation.invoices;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice was paid or taken back, in this transaction, which holds its organisation. */
public record InvoiceSettled(
        UUID invoiceId, UUID organisationId, @Nullable UUID subscriptionId) {}
