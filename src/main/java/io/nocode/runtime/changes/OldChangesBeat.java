package io.nocode.runtime.changes;

import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every minute, on every node; every few minutes one of them has something to do. Each batch is a transaction. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class OldChangesBeat {
    private static final Logger LOG = Logger.getLogger(OldChangesBeat.class.getName());
    private static final int MOST_BATCHES = 200;

    @Inject
    private OldChanges old;

    @Schedule(hour = "*", minute = "*", second = "31", persistent = false)
    void everyMinute() {
        try {
            if (old.isDue()) {
                drop();
            }
        } catch (DatabaseFault away) {
            LOG.log(Level.FINE, "The next beat, then: {0}", away.getMessage());
        }
    }

    private void drop() {
        for (long stream : old.lapsed()) {
            try {
                old.end(stream);
            } catch (DatabaseFault busy) {
                LOG.log(Level.FINE, "A recording ends later: {0}", busy.getMessage());
            }
        }
        for (long stream : old.streams()) {
            old.raiseFloor(stream);
            for (int i = 0; i < MOST_BATCHES && old.dropSome(stream); i++) {
                LOG.finer("A batch of old changes is gone.");
            }
        }
        for (int i = 0; i < MOST_BATCHES && old.dropSomeOfEnded(); i++) {
            LOG.finer("A batch of changes of an ended recording is gone.");
        }
    }
}
