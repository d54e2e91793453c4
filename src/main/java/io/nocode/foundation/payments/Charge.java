package io.nocode.foundation.payments;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a payment.
 *
 * @param reference by what the provider knows it
 */
public record Charge(Outcome outcome, @Nullable String reference) {
    /** Whether there is money. */
    public enum Outcome {
        PAID,
        /** The provider will tell by its webhook. */
        UNDER_WAY,
        /** No, for now: the card was declined. */
        DECLINED,
        /** This provider collects nothing: somebody will say that it is paid. */
        BY_HAND
    }
}
