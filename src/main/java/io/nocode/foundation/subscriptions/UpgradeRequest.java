package io.nocode.foundation.subscriptions;

import io.nocode.foundation.billing.BillingInterval;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Another plan, larger or smaller. */
public record UpgradeRequest(
        @NotNull UUID planId,

        @Nullable @Schema(description = "The present one where nothing is said.", example = "monthly")
        BillingInterval billingInterval,

        @Nullable @Schema(description = "Whether to begin with the plan's trial: once, from a plan that costs nothing.")
        Boolean trial) {}
