package io.nocode.shared.signal;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Tells every node of something, with the transaction that causes it. */
@ApplicationScoped
public class Signals {
    static final String CHANNEL = "nocode";
    /** Marks this node's own messages, which it has heard already. */
    static final String NODE = Ids.next().toString();

    @Inject
    private Database database;

    @Inject
    private Event<Signal> here;

    @Inject
    private Listener listener;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    /** In the current transaction: it has sent a signal of that topic. */
    private record Sent(String topic) {}

    /** Sends a signal when the current transaction commits: to this node before the caller goes on, to others at once. */
    public void send(String topic, String payload) {
        database.first(
                Sql.of("select pg_notify(?, ?)::text as sent", CHANNEL, NODE + " " + topic + " " + payload),
                row -> true);
        Signal signal = new Signal(topic, payload);
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            here.fire(signal);
            return;
        }
        transactions.putResource(new Sent(topic), true);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                here.fire(signal);
            }
        });
    }

    /**
     * Whether what is remembered until a signal of that topic may be used, and be added to: messages of other nodes
     * arrive, and the current transaction has sent none, so that it sees what everybody sees.
     */
    public boolean isCurrent(String topic) {
        return listener.isListening()
                && (transactions.getTransactionStatus() != Status.STATUS_ACTIVE
                        || transactions.getResource(new Sent(topic)) == null);
    }
}
