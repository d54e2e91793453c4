package io.nocode.foundation.subscriptions;

import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.invoices.Invoicing;
import io.nocode.foundation.plans.PlanView;
import io.nocode.foundation.plans.Plans;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Moves subscriptions on as time passes: trials and periods end, invoices become due. Their organisation is held. */
@ApplicationScoped
class Renewals {
    @Inject
    private Plans plans;

    @Inject
    private Invoicing invoicing;

    @Inject
    private Database database;

    @Inject
    private AuditLog audit;

    /** Brings a subscription to where it is by now. */
    void catchUp(Subscription subscription, Instant now) {
        while (subscription.isOver(now)) {
            turn(subscription, now);
        }
        judge(subscription, now);
    }

    /** Whether its invoices are paid in time, and what follows. */
    void judge(Subscription subscription, Instant now) {
        Optional<Instant> due = oldestDebt(subscription.id());
        subscription.settled(due.filter(at -> !at.isAfter(now)).isEmpty(), now);
        boolean tooLong =
                due.filter(at -> !at.plus(BillingSettings.grace()).isAfter(now)).isPresent();
        if (tooLong && subscription.status() == SubscriptionStatus.PAST_DUE) {
            subscription.end(SubscriptionStatus.EXPIRED, now);
            audit.record(subscription.organisationId(), Deed.SUBSCRIPTION_EXPIRED, subscription.id(), Map.of());
        }
    }

    private void turn(Subscription subscription, Instant now) {
        Instant end = subscription.period().end();
        if (subscription.endsWithPeriod()) {
            subscription.end(SubscriptionStatus.CANCELED, end);
            return;
        }
        PlanView plan = plans.find(subscription.planId());
        if (subscription.isTried()) {
            subscription.begin(plan, end, BillingSettings.zone(), now);
        } else {
            subscription.renew(plan, BillingSettings.zone(), now);
        }
        if (subscription.periodPrice().signum() == 0) {
            skip(subscription, plan, now);
        }
        invoicing.issue(Bills.whole(subscription, plan, now));
    }

    /** Periods that cost nothing need not be gone through one by one. */
    private static void skip(Subscription subscription, PlanView plan, Instant now) {
        subscription.enter(
                plan, subscription.periods(BillingSettings.zone()).numberAt(now), BillingSettings.zone(), now);
    }

    private Optional<Instant> oldestDebt(UUID subscription) {
        return database.first(
                Sql.of(
                        "select due_at from invoice where subscription_id = ? and status = 'OPEN'"
                                + " order by due_at limit 1",
                        subscription),
                row -> row.instant("due_at"));
    }
}
