package io.nocode.foundation.usage;

import io.nocode.shared.sql.DatabaseFault;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every few seconds, on every node: stores what was counted there. */
@Singleton
public class UsageTicker {
    private static final Logger LOG = Logger.getLogger(UsageTicker.class.getName());

    @Inject
    private ApiCalls calls;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void everyFewSeconds() {
        try {
            calls.store();
        } catch (DatabaseFault away) {
            LOG.log(Level.FINE, "Counted calls are kept for later.", away);
        }
    }
}
