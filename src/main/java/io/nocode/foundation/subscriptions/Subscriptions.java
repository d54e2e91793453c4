package io.nocode.foundation.subscriptions;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Confinement;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.billing.BillingInterval;
import io.nocode.foundation.invoices.Invoicing;
import io.nocode.foundation.payments.PaymentMethods;
import io.nocode.foundation.plans.PlanView;
import io.nocode.foundation.plans.Plans;
import io.nocode.foundation.plans.Quotas;
import io.nocode.shared.id.Ids;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The subscriptions of organisations: seeing them, beginning, ending and going on after all. */
@ApplicationScoped
@Transactional
public class Subscriptions {
    @Inject
    private SubscriptionRepository repository;

    @Inject
    private SubscriptionViews views;

    @Inject
    private HeldSubscriptions held;

    @Inject
    private Access access;

    @Inject
    private Confinement confinement;

    @Inject
    private Plans plans;

    @Inject
    private Quotas quotas;

    @Inject
    private Usage usage;

    @Inject
    private PaymentMethods methods;

    @Inject
    private Invoicing invoicing;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    Page<SubscriptionView> list(PageRequest asked, @Nullable UUID organisation, @Nullable SubscriptionStatus status) {
        return views.of(confinement
                .confine(
                        repository
                                .listing()
                                .where("e.organisationId = :organisation", "organisation", organisation)
                                .where("e.status = :status", "status", status),
                        Action.BILLING_SEE,
                        "e.organisationId")
                .page(asked));
    }

    SubscriptionView find(UUID id) {
        return views.of(seen(id));
    }

    /**
     * The live subscription of an organisation; NOT_FOUND where it has none.
     *
     * @param asked may be null where the caller has a part in one organisation only
     */
    SubscriptionView current(@Nullable UUID asked) {
        UUID organisation = asked == null ? only() : asked;
        access.require(Action.BILLING_SEE, organisation);
        return views.of(repository.live(organisation).orElseThrow(() -> CommonProblem.NOT_FOUND.because()));
    }

    UsageView usage(UUID id) {
        Subscription subscription = seen(id);
        PlanView plan = plans.find(subscription.planId());
        return new UsageView(
                subscription.id(),
                subscription.organisationId(),
                plan.id(),
                plan.name(),
                usage.of(subscription.organisationId(), plan));
    }

    /** Puts an organisation that has no live subscription on a plan; with its trial, where it has not tried one yet. */
    SubscriptionView subscribe(SubscribeRequest said) {
        UUID organisation = said.organizationId();
        access.require(Action.BILLING_MANAGE, organisation);
        PlanView plan = plans.find(said.planId());
        methods.requireOwn(organisation, said.paymentMethodId());
        quotas.hold(organisation);
        if (repository.live(organisation).isPresent()) {
            throw SubscriptionProblem.ALREADY_SUBSCRIBED.because();
        }
        usage.requireFits(organisation, plan);
        Instant now = clock.instant();
        BillingInterval interval = Objects.requireNonNullElse(said.billingInterval(), plan.billingInterval());
        Subscription subscription = new Subscription(Ids.next(), organisation, interval, plan, now);
        subscription.payWith(said.paymentMethodId());
        if (plan.trialDays() > 0 && !repository.hasTried(organisation)) {
            subscription.begin(plan, Duration.ofDays(plan.trialDays()), now);
        } else {
            subscription.begin(plan, now, BillingSettings.zone(), now);
        }
        repository.add(subscription);
        invoicing.issue(Bills.whole(subscription, plan, now));
        return recorded(subscription, Deed.SUBSCRIPTION_CREATED);
    }

    /** Ends a subscription, at once or with its period. */
    SubscriptionView cancel(UUID id, boolean atPeriodEnd) {
        Subscription subscription = held.live(id);
        if (atPeriodEnd) {
            subscription.cancelAtPeriodEnd(clock.instant());
        } else {
            subscription.end(SubscriptionStatus.CANCELED, clock.instant());
        }
        return recorded(subscription, Deed.SUBSCRIPTION_CANCELED);
    }

    /** Lets a subscription go on that was to end with its period. */
    SubscriptionView resume(UUID id) {
        Subscription subscription = held.live(id);
        if (!subscription.endsWithPeriod()) {
            return views.of(subscription);
        }
        subscription.resume(clock.instant());
        return recorded(subscription, Deed.SUBSCRIPTION_RESUMED);
    }

    private Subscription seen(UUID id) {
        Subscription subscription = repository.require(id);
        access.require(Action.BILLING_SEE, subscription.organisationId());
        return subscription;
    }

    private UUID only() {
        Set<UUID> all = access.organisations();
        if (all.size() != 1) {
            throw CommonProblem.INVALID.at("organization_id", "field.required");
        }
        return all.iterator().next();
    }

    private SubscriptionView recorded(Subscription subscription, Deed deed) {
        repository.flush();
        SubscriptionView view = views.of(subscription);
        audit.record(
                subscription.organisationId(),
                deed,
                subscription.id(),
                Map.of(
                        "plan", view.plan().name(),
                        "status", view.status(),
                        "at_period_end", view.cancelAtPeriodEnd()));
        return view;
    }
}
