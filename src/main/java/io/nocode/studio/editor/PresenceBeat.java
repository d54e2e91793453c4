package io.nocode.studio.editor;

import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every few seconds, on every node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class PresenceBeat {
    private static final Logger LOG = Logger.getLogger(PresenceBeat.class.getName());

    @Inject
    private Presence presence;

    @Schedule(hour = "*", minute = "*", second = "*/4", persistent = false)
    void everyFewSeconds() {
        try {
            presence.renew();
        } catch (DatabaseFault away) {
            LOG.log(Level.FINE, "The next beat, then: {0}", away.getMessage());
        }
    }
}
