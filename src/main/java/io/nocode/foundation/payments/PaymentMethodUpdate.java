package io.nocode.foundation.payments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of a payment method. */
public record PaymentMethodUpdate(
        @Nullable
        @Size(min = 1, max = 255)
        @Schema(description = "What the provider's form gave, in place of the present one. Never a card number.")
        String providerToken,

        @NotNull Boolean isDefault) {}
