package io.nocode.foundation.subscriptions;

import io.nocode.shared.rest.PlatformStarted;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks every few seconds which subscriptions are to move on. Every node asks; whoever comes second finds it done. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SubscriptionTicker {
    private static final Logger LOG = Logger.getLogger(SubscriptionTicker.class.getName());

    @Inject
    private SubscriptionClock subscriptions;

    @Inject
    private Clock clock;

    private volatile boolean started;

    /** The tables are there. */
    public void start(@Observes PlatformStarted event) {
        started = true;
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        if (!started) {
            return;
        }
        try {
            subscriptions.due(clock.instant()).forEach(this::moveOn);
        } catch (RuntimeException away) {
            // A timer that throws is stopped by the server: the next tick tries again.
            LOG.log(DatabaseFault.in(away).isPresent() ? Level.FINE : Level.WARNING, "Nothing was due.", away);
        }
    }

    private void moveOn(UUID subscription) {
        try {
            subscriptions.moveOn(subscription);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "Subscription " + subscription + " could not be moved on.");
        }
    }
}
