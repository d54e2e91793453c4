package io.nocode.foundation.subscriptions;

import io.nocode.foundation.billing.BillingInterval;
import io.nocode.foundation.billing.Period;
import io.nocode.foundation.invoices.Bill;
import io.nocode.foundation.invoices.InvoiceLine;
import io.nocode.foundation.invoices.LineKind;
import io.nocode.foundation.plans.PlanView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is to be paid for at the turns of a subscription. */
final class Bills {
    private Bills() {}

    /** The whole of the period that it has entered. */
    static Bill whole(Subscription subscription, PlanView plan, Instant now) {
        return bill(subscription, now, Stream.of(line(LineKind.SUBSCRIPTION, subscription, plan, now)));
    }

    /**
     * The difference of going over to another plan: what is left of the period before is given back, and what it has
     * entered is paid for.
     *
     * @param before the period, its price and plan until now
     */
    static Bill difference(Paid before, Subscription subscription, PlanView plan, Instant now) {
        InvoiceLine back = new InvoiceLine(
                LineKind.UNUSED,
                before.plan().name(),
                before.interval(),
                now,
                before.period().end(),
                before.period().rest(before.price(), now).negate());
        boolean within = subscription.period().equals(before.period());
        InvoiceLine ahead = line(within ? LineKind.REMAINING : LineKind.SUBSCRIPTION, subscription, plan, now);
        return bill(subscription, now, Stream.of(back, ahead));
    }

    /** What was paid for before a change. */
    record Paid(Period period, BigDecimal price, BillingInterval interval, PlanView plan) {
        static Paid by(Subscription subscription, PlanView plan) {
            return new Paid(subscription.period(), subscription.periodPrice(), subscription.billingInterval(), plan);
        }
    }

    private static InvoiceLine line(LineKind kind, Subscription subscription, PlanView plan, Instant now) {
        Period period = subscription.period();
        boolean whole = kind == LineKind.SUBSCRIPTION;
        return new InvoiceLine(
                kind,
                plan.name(),
                subscription.billingInterval(),
                whole ? period.start() : now,
                period.end(),
                whole ? subscription.periodPrice() : period.rest(subscription.periodPrice(), now));
    }

    private static Bill bill(Subscription subscription, Instant now, Stream<InvoiceLine> lines) {
        List<InvoiceLine> that =
                lines.filter(line -> line.amount().signum() != 0).toList();
        return new Bill(
                subscription.organisationId(),
                subscription.id(),
                subscription.paymentMethodId(),
                subscription.currency(),
                now,
                that);
    }
}
