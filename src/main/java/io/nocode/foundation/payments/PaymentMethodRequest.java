package io.nocode.foundation.payments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new payment method. */
public record PaymentMethodRequest(
        @NotNull UUID organizationId,

        @NotNull @Schema(example = "credit_card") PaymentType type,

        @Nullable
        @Size(min = 1, max = 255)
        @Schema(
                description = "What the provider's form gave; not for invoice. Never a card number.",
                example = "pm_1NnXqK2eZvKYlo2C")
        String providerToken,

        @Nullable @Schema(description = "The first one is the default unless this is false.")
        Boolean isDefault) {}
