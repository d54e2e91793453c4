package io.nocode.automation.triggers;

import io.nocode.automation.executions.Endings;
import io.nocode.shared.rest.PlatformStarted;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks once a second what is due. Every node asks; the database lets one of them have each thing. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Ticker {
    private static final Logger LOG = Logger.getLogger(Ticker.class.getName());

    @Inject
    private Schedules schedules;

    @Inject
    private Endings endings;

    @Inject
    private Clock clock;

    private volatile boolean started;

    /** The tables are there. */
    public void start(@Observes PlatformStarted event) {
        started = true;
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        if (!started) {
            return;
        }
        Instant now = clock.instant();
        try {
            for (UUID workflow : schedules.due(now)) {
                fire(workflow, now);
            }
            endings.endOverdue();
        } catch (RuntimeException away) {
            // A timer that throws is stopped by the server: the next tick tries again.
            LOG.log(DatabaseFault.in(away).isPresent() ? Level.FINE : Level.WARNING, "Nothing was due.", away);
        }
    }

    private void fire(UUID workflow, Instant now) {
        try {
            schedules.fire(workflow, now);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "Workflow " + workflow + " could not be fired.");
        }
    }
}
