package io.nocode.insights.tracking;

import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks after the partitions once a day; every node does, the second finds nothing to do. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class PartitionTicker {
    private static final Logger LOG = Logger.getLogger(PartitionTicker.class.getName());

    @Inject
    private Partitions partitions;

    @Schedule(hour = "3", minute = "17", persistent = false)
    void daily() {
        try {
            partitions.keep();
        } catch (DatabaseFault away) {
            // A timer that throws is stopped by the server; months are made ahead, so tomorrow is soon enough.
            LOG.log(Level.WARNING, "The partitions of events were not looked after.", away);
        }
    }
}
