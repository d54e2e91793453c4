package io.nocode.runtime.served;

import io.nocode.shared.sql.DatabaseFault;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every few seconds, on every node: stores what it has counted; once an hour what is old goes. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class TrafficStore {
    private static final Logger LOG = Logger.getLogger(TrafficStore.class.getName());

    @Inject
    private Traffic traffic;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void everyFewSeconds() {
        traffic.store();
    }

    @Schedule(hour = "*", minute = "41", persistent = false)
    void everyHour() {
        try {
            traffic.dropOld();
        } catch (DatabaseFault away) {
            LOG.log(Level.WARNING, "Next hour, then: {0}", away.getMessage());
        }
    }

    @PreDestroy
    void end() {
        traffic.store();
    }
}
