package io.nocode.foundation.subscriptions;

import io.nocode.foundation.billing.BillingInterval;
import io.nocode.foundation.billing.Period;
import io.nocode.foundation.billing.Periods;
import io.nocode.foundation.plans.PlanView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation's being on a plan, from its beginning to its end. */
@Entity
public class Subscription {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "billing_interval")
    private BillingInterval billingInterval;

    @Enumerated(EnumType.STRING)
    private SubscriptionStatus status;

    @Column(name = "period_price")
    private BigDecimal periodPrice;

    private String currency;

    @Column(name = "anchor_at")
    private Instant anchorAt;

    @Column(name = "period_number")
    private int periodNumber;

    @Column(name = "period_start")
    private Instant periodStart;

    @Column(name = "period_end")
    private Instant periodEnd;

    @Column(name = "trial_end")
    private @Nullable Instant trialEnd;

    @Column(name = "cancel_at_period_end")
    private boolean cancelAtPeriodEnd;

    @Column(name = "canceled_at")
    private @Nullable Instant canceledAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "payment_method_id")
    private @Nullable UUID paymentMethodId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Subscription() {}

    /** One that is yet to {@code begin}. */
    Subscription(UUID id, UUID organisation, BillingInterval interval, PlanView plan, Instant now) {
        this.id = id;
        this.organisationId = organisation;
        this.planId = plan.id();
        this.billingInterval = interval;
        this.status = SubscriptionStatus.ACTIVE;
        this.periodPrice = BigDecimal.ZERO;
        this.currency = plan.currency();
        this.anchorAt = now;
        this.periodStart = now;
        this.periodEnd = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Begins to be tried; nothing is paid for until the end of it. */
    void begin(PlanView plan, Duration trial, Instant now) {
        status = SubscriptionStatus.TRIALING;
        price(plan.currency(), BigDecimal.ZERO);
        anchorAt = now;
        periodNumber = 0;
        periodStart = now;
        periodEnd = now.plus(trial);
        trialEnd = periodEnd;
        updatedAt = now;
    }

    /** Begins, or goes on, with periods counted from an instant. */
    void begin(PlanView plan, Instant anchor, ZoneId zone, Instant now) {
        status = SubscriptionStatus.ACTIVE;
        anchorAt = anchor;
        enter(plan, 0, zone, now);
    }

    /** Enters the next period. */
    void renew(PlanView plan, ZoneId zone, Instant now) {
        enter(plan, periodNumber + 1, zone, now);
    }

    /** The periods that it goes through. */
    Periods periods(ZoneId zone) {
        return new Periods(anchorAt, billingInterval, zone);
    }

    /** Enters one of its periods, at the plan's present price. */
    void enter(PlanView plan, int number, ZoneId zone, Instant now) {
        Period period = periods(zone).number(number);
        periodNumber = number;
        periodStart = period.start();
        periodEnd = period.end();
        price(plan.currency(), plan.billingInterval().priceFor(billingInterval, plan.price()));
        updatedAt = now;
    }

    /** Goes over to another plan within the current period. */
    void change(PlanView plan, Instant now) {
        planId = plan.id();
        if (status != SubscriptionStatus.TRIALING) {
            price(plan.currency(), plan.billingInterval().priceFor(billingInterval, plan.price()));
        }
        updatedAt = now;
    }

    /** Is paid with this method, or with the organisation's default. */
    void payWith(@Nullable UUID method) {
        paymentMethodId = method;
    }

    /** Goes over to another interval; a new period must begin. */
    void change(BillingInterval interval) {
        billingInterval = interval;
    }

    private void price(String ofCurrency, BigDecimal price) {
        currency = ofCurrency;
        periodPrice = price.setScale(2, RoundingMode.HALF_UP);
    }

    /** Will end with the current period. */
    void cancelAtPeriodEnd(Instant now) {
        if (!cancelAtPeriodEnd) {
            cancelAtPeriodEnd = true;
            canceledAt = now;
            updatedAt = now;
        }
    }

    /** Goes on after all. */
    void resume(Instant now) {
        if (cancelAtPeriodEnd) {
            cancelAtPeriodEnd = false;
            canceledAt = null;
            updatedAt = now;
        }
    }

    /** Ends for good. */
    void end(SubscriptionStatus as, Instant now) {
        if (as.isLive() || !status.isLive()) {
            throw new IllegalStateException(status + " does not become " + as);
        }
        status = as;
        endedAt = now;
        cancelAtPeriodEnd = false;
        if (as == SubscriptionStatus.CANCELED && canceledAt == null) {
            canceledAt = now;
        }
        updatedAt = now;
    }

    /** Whether its invoices are paid in time. */
    void settled(boolean inTime, Instant now) {
        SubscriptionStatus next = inTime ? SubscriptionStatus.ACTIVE : SubscriptionStatus.PAST_DUE;
        boolean moves = status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.PAST_DUE;
        if (moves && status != next) {
            status = next;
            updatedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    UUID planId() {
        return planId;
    }

    BillingInterval billingInterval() {
        return billingInterval;
    }

    SubscriptionStatus status() {
        return status;
    }

    boolean isLive() {
        return status.isLive();
    }

    boolean endsWithPeriod() {
        return cancelAtPeriodEnd;
    }

    /** Whether its current period is over. */
    boolean isOver(Instant now) {
        return isLive() && !periodEnd.isAfter(now);
    }

    Period period() {
        return new Period(periodStart, periodEnd);
    }

    /** What the whole of the current period costs. */
    BigDecimal periodPrice() {
        return periodPrice;
    }

    String currency() {
        return currency;
    }

    @Nullable
    UUID paymentMethodId() {
        return paymentMethodId;
    }

    boolean isTried() {
        return status == SubscriptionStatus.TRIALING;
    }

    SubscriptionView view(PlanView plan, @Nullable UUID latestInvoice) {
        return new SubscriptionView(
                id,
                organisationId,
                planId,
                plan,
                status,
                billingInterval,
                periodPrice,
                currency,
                periodStart,
                periodEnd,
                trialEnd,
                cancelAtPeriodEnd,
                canceledAt,
                endedAt,
                paymentMethodId,
                latestInvoice,
                createdAt,
                updatedAt);
    }
}
