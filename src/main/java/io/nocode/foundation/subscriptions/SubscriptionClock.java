package io.nocode.foundation.subscriptions;

import io.nocode.foundation.invoices.InvoiceSettled;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds the subscriptions for which the time has come, and moves each on in a transaction of its own. */
@ApplicationScoped
@Transactional
public class SubscriptionClock {
    private static final int MOST = 100;

    @Inject
    private HeldSubscriptions held;

    @Inject
    private SubscriptionRepository repository;

    @Inject
    private Renewals renewals;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Those of which a period is over, or an invoice has become due or overdue for too long. */
    @Transactional(Transactional.TxType.SUPPORTS)
    List<UUID> due(Instant now) {
        return database.list(
                Sql.of(
                        "select id from subscription where status in ('TRIALING', 'ACTIVE', 'PAST_DUE')"
                                + " and period_end <= ?"
                                + " union select s.id from invoice i join subscription s on s.id = i.subscription_id"
                                + " where i.status = 'OPEN' and i.due_at <= ?"
                                + " and (s.status = 'ACTIVE' or (s.status = 'PAST_DUE' and i.due_at <= ?))"
                                + " limit ?",
                        now,
                        now,
                        now.minus(BillingSettings.grace()),
                        MOST),
                row -> row.uuid("id"));
    }

    /** Moves a subscription on; nothing happens where another node was faster. */
    void moveOn(UUID id) {
        Subscription subscription = held.any(id);
        if (subscription.isLive()) {
            renewals.catchUp(subscription, clock.instant());
            repository.flush();
        }
    }

    /** A debt less. */
    void settled(@Observes InvoiceSettled invoice) {
        UUID id = invoice.subscriptionId();
        if (id != null) {
            Subscription subscription = repository.lock(id);
            if (subscription.isLive()) {
                renewals.judge(subscription, clock.instant());
                repository.flush();
            }
        }
    }
}
