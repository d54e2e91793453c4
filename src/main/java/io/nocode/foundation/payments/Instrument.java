package io.nocode.foundation.payments;

import org.jspecify.annotations.Nullable;

/**
 * A payment method as its provider knows it.
 *
 * @param customer by what it knows the organisation
 * @param token by what it knows the method
 */
public record Instrument(
        @Nullable String customer,
        @Nullable String token,
        @Nullable String brand,
        @Nullable String last4,
        @Nullable Integer expMonth,
        @Nullable Integer expYear) {
    static Instrument of(@Nullable String customer, @Nullable String token) {
        return new Instrument(customer, token, null, null, null, null);
    }
}
