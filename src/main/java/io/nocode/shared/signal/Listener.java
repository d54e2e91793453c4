package io.nocode.shared.signal;

import io.nocode.shared.sql.DatabaseSettings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears what other nodes tell. While it cannot listen, nobody may trust a cache: see {@link #isListening}. */
@ApplicationScoped
public class Listener {
    private static final Logger LOG = Logger.getLogger(Listener.class.getName());
    private static final int WAIT_MILLIS = 10_000;
    private static final int AGAIN_MILLIS = 500;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Event<Signal> signals;

    private volatile boolean stopped;
    private volatile boolean listening;
    private volatile @Nullable Connection open;

    /** Starts to listen, once the tables are there. */
    public void start() {
        if (stopped) {
            return;
        }
        threads.newThread(this::listen).start();
    }

    /** Whether messages of other nodes arrive. */
    public boolean isListening() {
        return listening;
    }

    @PreDestroy
    void stop() {
        stopped = true;
        Connection connection = open;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException alreadyGone) {
                LOG.log(Level.FINE, "The listening connection was gone.", alreadyGone);
            }
        }
    }

    /** Until the connection is lost; then again, a moment later. */
    private void listen() {
        try (Connection connection = DatabaseSettings.read().direct().getConnection()) {
            open = connection;
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + Signals.CHANNEL);
            }
            signals.fire(new Signal(Signal.RESET, ""));
            listening = true;
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!stopped) {
                for (PGNotification message : postgres.getNotifications(WAIT_MILLIS)) {
                    hear(message.getParameter());
                }
            }
        } catch (SQLException | RuntimeException lost) {
            listening = false;
            if (!stopped) {
                LOG.log(Level.WARNING, "Not listening to other nodes: {0}", lost.getMessage());
                scheduler.schedule(this::start, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void hear(String message) {
        String[] parts = message.split(" ", 3);
        if (parts.length == 3 && !parts[0].equals(Signals.NODE)) {
            try {
                signals.fire(new Signal(parts[1], parts[2]));
            } catch (RuntimeException observer) {
                LOG.log(Level.SEVERE, "An observer of the signal " + parts[1] + " failed.", observer);
            }
        }
    }
}
