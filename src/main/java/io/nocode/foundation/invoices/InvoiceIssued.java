package io.nocode.foundation.invoices;

import java.util.UUID;

/** An invoice that is to be paid was issued, in this transaction. */
public record InvoiceIssued(UUID invoiceId, UUID organisationId) {}
