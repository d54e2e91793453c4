package io.nocode.foundation.invoices;

import io.nocode.shared.problem.Reason;

/** What stands against a change of an invoice. */
public enum InvoiceProblem implements Reason {
    /** It is paid, or was taken back. */
    INVOICE_NOT_OPEN(409);

    private final int status;

    InvoiceProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
