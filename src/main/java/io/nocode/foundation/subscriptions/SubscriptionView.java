package io.nocode.foundation.subscriptions;

import io.nocode.foundation.billing.BillingInterval;
import io.nocode.foundation.plans.PlanView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its organisation sees it.
 *
 * @param amount what the whole of the current period costs, before tax
 * @param paymentMethodId the one that was agreed; null for the organisation's default
 */
@Schema(name = "Subscription")
public record SubscriptionView(
        UUID id,
        UUID organizationId,
        UUID planId,
        PlanView plan,
        SubscriptionStatus status,
        BillingInterval billingInterval,
        BigDecimal amount,
        String currency,
        Instant currentPeriodStart,
        Instant currentPeriodEnd,
        @Nullable Instant trialEnd,
        boolean cancelAtPeriodEnd,
        @Nullable Instant canceledAt,
        @Nullable Instant endedAt,
        @Nullable UUID paymentMethodId,
        @Nullable UUID latestInvoiceId,
        Instant createdAt,
        Instant updatedAt) {}
