package io.nocode.foundation.subscriptions;

import io.nocode.foundation.organisations.MemberJoined;
import io.nocode.foundation.plans.PlanView;
import io.nocode.foundation.plans.Plans;
import io.nocode.shared.id.Ids;
import io.nocode.shared.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Puts each new organisation on the plan that everybody starts on. */
@ApplicationScoped
class FirstSubscription {
    @Inject
    private SubscriptionRepository repository;

    @Inject
    private Plans plans;

    @Inject
    private Clock clock;

    /** The first OWNER of an organisation joins it as it is made. */
    void begin(@Observes MemberJoined joined) {
        if (joined.role() != Role.OWNER || repository.hasAny(joined.organisationId())) {
            return;
        }
        Instant now = clock.instant();
        PlanView plan = plans.startedOn();
        Subscription subscription =
                new Subscription(Ids.next(), joined.organisationId(), plan.billingInterval(), plan, now);
        subscription.begin(plan, now, BillingSettings.zone(), now);
        repository.add(subscription);
    }
}
