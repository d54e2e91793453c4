package io.nocode.shared.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes work in, with the transaction that causes it: when that commits the work will be done, else it never was. */
@ApplicationScoped
public class Outbox {
    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @Inject
    private OutboxWorker worker;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    /** Asks for work as soon as the transaction has committed. */
    public UUID put(String kind, Object payload) {
        return put(kind, payload, null, clock.instant());
    }

    /**
     * Asks for work at a time.
     *
     * @param uniqueKey where not null, and an open entry of the kind has the same key, nothing is added
     */
    public UUID put(String kind, Object payload, @Nullable String uniqueKey, Instant dueAt) {
        UUID id = Ids.next();
        JsonNode tree = Json.tree(payload);
        database.update(Sql.of(
                "insert into outbox (id, kind, payload, unique_key, due_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (kind, unique_key) where unique_key is not null and failed_at is null"
                        + " do nothing",
                id,
                kind,
                tree,
                uniqueKey,
                dueAt));
        if (!dueAt.isAfter(clock.instant())) {
            wakeAfterCommit();
        }
        return id;
    }

    /** Ends an entry within the transaction of its effect, so that it is never done twice. */
    public void done(OutboxEntry entry) {
        database.update(Sql.of("delete from outbox where id = ?", entry.id()));
    }

    /** Takes work back that has not begun; by its key. */
    public void withdraw(String kind, String uniqueKey) {
        database.update(Sql.of(
                "delete from outbox where kind = ? and unique_key = ? and leased_until is null", kind, uniqueKey));
    }

    private void wakeAfterCommit() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            worker.wake();
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    worker.wake();
                }
            }
        });
    }
}
