package io.nocode.foundation.invoices;

/** What a line of an invoice is for. */
public enum LineKind {
    /** A whole period. */
    SUBSCRIPTION,
    /** What is left of a period, on another plan. */
    REMAINING,
    /** What is left of a period on the plan before: given back. */
    UNUSED,
    /** What was given back earlier and is used now. */
    CREDIT;

    String messageKey() {
        return "invoice.line." + name();
    }
}
