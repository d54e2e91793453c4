package io.nocode.runtime.transfer;

import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Forgets, every hour, imports that ended long ago. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class OldImportsBeat {
    private static final Logger LOG = Logger.getLogger(OldImportsBeat.class.getName());
    private static final int MOST_BATCHES = 100;

    @Inject
    private Imports imports;

    @Schedule(hour = "*", minute = "17", second = "23", persistent = false)
    void everyHour() {
        try {
            for (int i = 0; i < MOST_BATCHES && imports.forgetOld(); i++) {
                LOG.finer("A batch of old imports is gone.");
            }
        } catch (DatabaseFault away) {
            // A timer that throws is stopped by the server; the next hour tries again.
            LOG.log(Level.FINE, "Old imports go later: {0}", away.getMessage());
        }
    }
}
