package io.nocode.foundation.subscriptions;

import io.nocode.shared.page.Listing;
import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps subscriptions. Every change of one holds its organisation first. */
@ApplicationScoped
public class SubscriptionRepository {
    private static final String LIVE = " e.status in (io.nocode.foundation.subscriptions.SubscriptionStatus.TRIALING,"
            + " io.nocode.foundation.subscriptions.SubscriptionStatus.ACTIVE,"
            + " io.nocode.foundation.subscriptions.SubscriptionStatus.PAST_DUE)";

    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    void add(Subscription subscription) {
        entities.persist(subscription);
        entities.flush();
    }

    /** Writes what has changed so far. */
    void flush() {
        entities.flush();
    }

    Listing<Subscription> listing() {
        return Listing.of(entities, Subscription.class);
    }

    Subscription require(UUID id) {
        return Optional.ofNullable(entities.find(Subscription.class, id))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
    }

    /** A subscription as it is now, whatever this transaction read of it before. */
    Subscription lock(UUID id) {
        Subscription subscription = Optional.ofNullable(
                        entities.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because());
        entities.refresh(subscription);
        return subscription;
    }

    Optional<Subscription> live(UUID organisation) {
        return entities.createQuery(
                        "select e from Subscription e where e.organisationId = :organisation and" + LIVE,
                        Subscription.class)
                .setParameter("organisation", organisation)
                .getResultStream()
                .findFirst();
    }

    boolean hasAny(UUID organisation) {
        return count("e.organisationId = :organisation", organisation) > 0;
    }

    /** Whether the organisation has tried a plan before. */
    boolean hasTried(UUID organisation) {
        return count("e.organisationId = :organisation and e.trialEnd is not null", organisation) > 0;
    }

    /** Those whose current period is over, the longest first. */
    List<Subscription> over(Instant now, int most) {
        return entities.createQuery(
                        "select e from Subscription e where e.periodEnd <= :now and" + LIVE + " order by e.periodEnd",
                        Subscription.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    private long count(String condition, UUID organisation) {
        return entities.createQuery("select count(e) from Subscription e where " + condition, Long.class)
                .setParameter("organisation", organisation)
                .getSingleResult();
    }
}
