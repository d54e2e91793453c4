package io.nocode.foundation.subscriptions;

import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.billing.BillingInterval;
import io.nocode.foundation.invoices.Invoicing;
import io.nocode.foundation.plans.PlanView;
import io.nocode.foundation.plans.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Going over to another plan, at once. The difference is an invoice; where it is below nothing, a credit that the next
 * invoices use.
 */
@ApplicationScoped
@Transactional
public class PlanChanges {
    @Inject
    private HeldSubscriptions held;

    @Inject
    private SubscriptionRepository repository;

    @Inject
    private SubscriptionViews views;

    @Inject
    private Plans plans;

    @Inject
    private Usage usage;

    @Inject
    private Invoicing invoicing;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    SubscriptionView change(UUID id, UpgradeRequest said) {
        Subscription subscription = held.live(id);
        PlanView before = plans.find(subscription.planId());
        PlanView plan = plans.find(said.planId());
        BillingInterval interval = Objects.requireNonNullElse(said.billingInterval(), subscription.billingInterval());
        requirePossible(subscription, plan, interval);
        usage.requireFits(subscription.organisationId(), plan);
        Instant now = clock.instant();
        subscription.resume(now);
        if (Boolean.TRUE.equals(said.trial())) {
            tryOut(subscription, plan, interval, now);
        } else if (subscription.isTried()) {
            subscription.change(interval);
            subscription.change(plan, now);
        } else {
            pay(subscription, before, plan, interval, now);
        }
        repository.flush();
        audit.record(
                subscription.organisationId(),
                Deed.SUBSCRIPTION_CHANGED,
                subscription.id(),
                Map.of("plan", plan.name(), "before", before.name(), "billing_interval", interval.wire()));
        return views.of(subscription);
    }

    private static void requirePossible(Subscription subscription, PlanView plan, BillingInterval interval) {
        if (subscription.planId().equals(plan.id()) && subscription.billingInterval() == interval) {
            throw SubscriptionProblem.SAME_PLAN.because();
        }
        if (subscription.periodPrice().signum() != 0 && !subscription.currency().equals(plan.currency())) {
            throw SubscriptionProblem.CURRENCY_DIFFERS.because(subscription.currency(), plan.currency());
        }
    }

    private void tryOut(Subscription subscription, PlanView plan, BillingInterval interval, Instant now) {
        if (plan.trialDays() == 0
                || subscription.periodPrice().signum() != 0
                || repository.hasTried(subscription.organisationId())) {
            throw SubscriptionProblem.NO_TRIAL.because();
        }
        subscription.change(interval);
        subscription.change(plan, now);
        subscription.begin(plan, Duration.ofDays(plan.trialDays()), now);
    }

    private void pay(Subscription subscription, PlanView before, PlanView plan, BillingInterval interval, Instant now) {
        Bills.Paid paid = Bills.Paid.by(subscription, before);
        boolean sameInterval = subscription.billingInterval() == interval;
        subscription.change(interval);
        subscription.change(plan, now);
        if (!sameInterval) {
            subscription.begin(plan, now, BillingSettings.zone(), now);
        }
        invoicing.issue(Bills.difference(paid, subscription, plan, now));
    }
}
