package io.nocode.foundation.invoices;

import org.jspecify.annotations.Nullable;

/** Whom an invoice is for, as the organisation was called when it was issued. */
public record BilledTo(String name, @Nullable String city) {}
