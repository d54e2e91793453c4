package io.nocode.foundation.plans;

import io.nocode.foundation.billing.BillingInterval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan with its price and limits. */
@Schema(name = "SubscriptionPlan")
public record PlanView(
        UUID id,
        String name,
        String description,
        BigDecimal price,
        String currency,
        BillingInterval billingInterval,
        List<String> features,
        PlanLimits limits,
        int trialDays,
        Instant createdAt,
        Instant updatedAt) {}
