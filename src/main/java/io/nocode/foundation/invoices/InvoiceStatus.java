package io.nocode.foundation.invoices;

/** How an invoice stands. Only an open one moves. */
public enum InvoiceStatus {
    OPEN,
    PAID,
    /** Taken back; its number stays. */
    VOID
}
