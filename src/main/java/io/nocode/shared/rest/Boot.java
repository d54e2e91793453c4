package io.nocode.shared.rest;

import io.nocode.shared.outbox.OutboxWorker;
import io.nocode.shared.signal.Listener;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Migrations;
import io.nocode.shared.sql.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the platform: tables first, then what listens and works; and beats once a second. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Boot {
    private static final Logger LOG = Logger.getLogger(Boot.class.getName());

    @Inject
    private Event<PlatformStarted> started;

    @Inject
    private Database database;

    @Inject
    private Listener listener;

    @Inject
    private OutboxWorker outbox;

    private volatile boolean ready;

    @PostConstruct
    void start() {
        Migrations.run();
        // The first connection is made here, where the server's pool sees the application's classes.
        database.exists(Sql.of("select 1"));
        started.fire(new PlatformStarted());
        listener.start();
        outbox.start();
        ready = true;
    }

    /** Not persistent: every node beats, and what is due is claimed in the database by one. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        if (!ready) {
            return;
        }
        try {
            outbox.renewLeases();
            outbox.wake();
        } catch (DatabaseFault away) {
            // A timer that throws is stopped by the server: the next beat tries again.
            LOG.log(Level.WARNING, "The database does not answer: {0}", away.getMessage());
        }
    }
}
