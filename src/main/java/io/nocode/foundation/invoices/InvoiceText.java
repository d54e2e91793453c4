package io.nocode.foundation.invoices;

/** All that an invoice's document says. */
record InvoiceText(InvoiceView invoice, String seller, BilledTo billedTo) {}
