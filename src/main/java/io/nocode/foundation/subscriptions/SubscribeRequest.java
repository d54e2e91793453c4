package io.nocode.foundation.subscriptions;

import io.nocode.foundation.billing.BillingInterval;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan for an organisation that has none. */
public record SubscribeRequest(
        @NotNull UUID organizationId,
        @NotNull UUID planId,
        @Nullable UUID paymentMethodId,

        @Nullable @Schema(description = "That of the plan where nothing is said.", example = "monthly")
        BillingInterval billingInterval) {}
