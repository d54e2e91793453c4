package io.nocode.shared.files;

import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sweeps every five minutes. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class FileTicker {
    private static final Logger LOG = Logger.getLogger(FileTicker.class.getName());

    @Inject
    private FileSweep sweep;

    @Schedule(hour = "*", minute = "*/5", second = "41", persistent = false)
    void everyFewMinutes() {
        try {
            sweep.run();
        } catch (DatabaseFault | UncheckedIOException away) {
            // A timer that throws is stopped by the server; the next time tries again.
            LOG.log(Level.WARNING, "Files that nothing refers to were not deleted.", away);
        }
    }
}
