package io.nocode.insights.exports;

import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes expired files once an hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ExportTicker {
    private static final Logger LOG = Logger.getLogger(ExportTicker.class.getName());

    @Inject
    private ExportRuns runs;

    @Schedule(hour = "*", minute = "23", persistent = false)
    void hourly() {
        try {
            runs.dropExpired();
        } catch (DatabaseFault away) {
            // A timer that throws is stopped by the server; the next hour tries again.
            LOG.log(Level.WARNING, "Expired exports were not deleted.", away);
        }
    }
}
