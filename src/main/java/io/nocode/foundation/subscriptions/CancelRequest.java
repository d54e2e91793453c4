package io.nocode.foundation.subscriptions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a subscription is to end. */
public record CancelRequest(
        @Nullable
        @Schema(description = "With the current period, which is paid for; or at once.", defaultValue = "true")
        Boolean atPeriodEnd) {}
