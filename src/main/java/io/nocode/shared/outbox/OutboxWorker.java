package io.nocode.shared.outbox;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Claims due entries with a lease ({@code FOR UPDATE SKIP LOCKED}) and gives each to the handler of its kind. */
@ApplicationScoped
public class OutboxWorker {
    private static final Logger LOG = Logger.getLogger(OutboxWorker.class.getName());
    private static final String NODE = Ids.next().toString();
    /** How long a node may be silent before another takes its work; it renews while it works. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final int AT_ONCE = 8;

    private final Semaphore asked = new Semaphore(0);
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<OutboxHandler> handlers;

    @Resource
    private ManagedExecutorService executor;

    /**
     * Begins to take work, once the platform has started. One thread claims, always the same: a task takes over the
     * context of who submits it, and Payara would deny transactions of its own to what a committing thread submits.
     */
    public void start() {
        open = true;
        wake();
        executor.execute(this::claimWhenAsked);
    }

    @PreDestroy
    void stop() {
        open = false;
        wake();
    }

    /** Looks for due entries now, in another thread. */
    public void wake() {
        asked.release();
    }

    /** Keeps the leases of what is at work here. */
    public void renewLeases() {
        List<UUID> mine = new ArrayList<>(working);
        if (!mine.isEmpty()) {
            database.update(Sql.of(
                    "update outbox set leased_until = ? where leased_by = ? and id = any (?)",
                    clock.instant().plus(LEASE),
                    NODE,
                    mine));
        }
    }

    private void claimWhenAsked() {
        try {
            while (open) {
                asked.acquire();
                asked.drainPermits();
                claimAll();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException stopping) {
            open = false;
        }
    }

    private void claimAll() {
        try {
            List<OutboxEntry> claimed;
            do {
                claimed = open ? claim(AT_ONCE - working.size()) : List.of();
                for (OutboxEntry entry : claimed) {
                    working.add(entry.id());
                    executor.execute(() -> work(entry));
                }
            } while (!claimed.isEmpty());
        } catch (DatabaseFault away) {
            LOG.log(Level.FINE, "No entry claimed.", away);
        } catch (RejectedExecutionException stopping) {
            throw stopping;
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "Claiming failed; the next beat tries again.", failed);
        }
    }

    private List<OutboxEntry> claim(int count) {
        if (count <= 0) {
            return List.of();
        }
        return database.list(
                Sql.of(
                        "update outbox set leased_until = ?, leased_by = ?, attempts = attempts + 1 where id in ("
                                + "select id from outbox where failed_at is null and due_at <= ?"
                                + " and (leased_until is null or leased_until < ?) and kind = any (?)"
                                + " order by due_at limit ? for update skip locked)"
                                + " returning id, kind, payload, attempts",
                        clock.instant().plus(LEASE),
                        NODE,
                        clock.instant(),
                        clock.instant(),
                        byKind().keySet(),
                        count),
                row -> new OutboxEntry(
                        row.uuid("id"), row.text("kind"), row.json("payload"), (int) row.number("attempts")));
    }

    private void work(OutboxEntry entry) {
        OutboxHandler handler = byKind().get(entry.kind());
        try {
            if (handler != null) {
                handler.handle(entry);
                database.update(Sql.of("delete from outbox where id = ?", entry.id()));
            }
        } catch (Exception failed) {
            failed(entry, handler, failed);
        } finally {
            working.remove(entry.id());
            wake();
        }
    }

    private void failed(OutboxEntry entry, OutboxHandler handler, Exception why) {
        LOG.log(Level.WARNING, why, () -> "Outbox entry " + entry.id() + " (" + entry.kind() + ") failed.");
        Optional<Duration> wait = handler.retryAfter(entry.attempt(), why);
        try {
            database.update(
                    wait.isPresent()
                            ? Sql.of(
                                    "update outbox set leased_until = null, due_at = ?, last_error = ? where id = ?",
                                    clock.instant().plus(wait.get()),
                                    String.valueOf(why.getMessage()),
                                    entry.id())
                            : Sql.of(
                                    "update outbox set leased_until = null, failed_at = ?, last_error = ? where id = ?",
                                    clock.instant(),
                                    String.valueOf(why.getMessage()),
                                    entry.id()));
            if (wait.isEmpty()) {
                handler.gaveUp(entry, why);
            }
        } catch (DatabaseFault away) {
            LOG.log(Level.WARNING, "The failure is not stored; the lease will run out.", away);
        }
    }

    private Map<String, OutboxHandler> byKind() {
        return handlers.stream().collect(Collectors.toMap(OutboxHandler::kind, handler -> handler));
    }
}
