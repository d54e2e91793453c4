package io.nocode.runtime.backups;

import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every minute for backups whose time has come, or is over. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class BackupTicker {
    private static final Logger LOG = Logger.getLogger(BackupTicker.class.getName());

    @Inject
    private Schedules schedules;

    @Schedule(hour = "*", minute = "*", second = "7", persistent = false)
    void everyMinute() {
        try {
            schedules.askForDue();
        } catch (DatabaseFault away) {
            // A timer that throws is stopped by the server; the next minute tries again.
            LOG.log(Level.WARNING, "Nobody looked for backups that are due.", away);
        }
    }
}
