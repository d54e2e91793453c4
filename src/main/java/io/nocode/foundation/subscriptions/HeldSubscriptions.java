package io.nocode.foundation.subscriptions;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.plans.Quotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Subscriptions for whoever may change them, held with their organisation until the transaction ends. */
@ApplicationScoped
class HeldSubscriptions {
    @Inject
    private SubscriptionRepository repository;

    @Inject
    private Access access;

    @Inject
    private Quotas quotas;

    @Inject
    private Renewals renewals;

    @Inject
    private Clock clock;

    /** A live subscription, in the period that it is in now; SUBSCRIPTION_ENDED where it has ended. */
    Subscription live(UUID id) {
        access.require(Action.BILLING_MANAGE, repository.require(id).organisationId());
        Subscription subscription = any(id);
        renewals.catchUp(subscription, clock.instant());
        if (!subscription.isLive()) {
            throw SubscriptionProblem.SUBSCRIPTION_ENDED.because();
        }
        return subscription;
    }

    /** A subscription for the platform itself. */
    Subscription any(UUID id) {
        quotas.hold(repository.require(id).organisationId());
        return repository.lock(id);
    }
}
