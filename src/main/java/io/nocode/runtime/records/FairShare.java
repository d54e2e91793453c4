package io.nocode.runtime.records;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps the slow queries of one organisation from holding up everybody else's: on each node only a few of them run at
 * once, and the others wait for their turn. Whether a query is slow is known from how long its text took before.
 */
@ApplicationScoped
public class FairShare {
    /** How many queries of an organisation may run at once, whatever they take: fewer than a node has connections. */
    static final int MOST = 12;
    /** How many may wait; who comes then is refused at once, so that waiting takes no server's threads away. */
    static final int MOST_WAITING = 40;

    private static final long SLOW_NANOS = Duration.ofMillis(100).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long each text took, the last times weighing most. */
    private final Cache<String, Long> took = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private final LoadingCache<UUID, Turns> organisations;

    private record Turns(Semaphore any, Semaphore slow) {}

    /** With {@code nocode.rows.slow-queries} at once, of each organisation on each node: half the processors or so. */
    public FairShare() {
        this(Settings.number(
                "nocode.rows.slow-queries", Math.max(1, Runtime.getRuntime().availableProcessors() / 2)));
    }

    FairShare(int slow) {
        // Whoever waits for a turn or has one holds on to them; nobody else needs to.
        organisations = Caffeine.newBuilder()
                .weakValues()
                .build(each -> new Turns(new Semaphore(MOST, true), new Semaphore(slow, true)));
    }

    /**
     * Runs an organisation's query when it is its turn.
     *
     * @param text what the query is known by
     * @throws Problem TOO_MANY_REQUESTS where too many are waiting, or the turn does not come
     */
    <T> T run(UUID organisation, String text, Supplier<T> query) {
        Turns turns = organisations.get(organisation);
        return isSlow(text)
                ? inTurn(turns.slow(), () -> inTurn(turns.any(), () -> timed(text, query)))
                : inTurn(turns.any(), () -> timed(text, query));
    }

    boolean isSlow(String text) {
        Long known = took.getIfPresent(text);
        return known != null && known > SLOW_NANOS;
    }

    private static <T> T inTurn(Semaphore turns, Supplier<T> work) {
        if (!turns.tryAcquire()) {
            await(turns);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static void await(Semaphore turns) {
        try {
            if (turns.getQueueLength() >= MOST_WAITING
                    || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw tooMany();
        }
    }

    private static Problem tooMany() {
        return CommonProblem.TOO_MANY_REQUESTS.because().retryAfter(Duration.ofSeconds(1));
    }

    private <T> T timed(String text, Supplier<T> query) {
        long start = System.nanoTime();
        try {
            return query.get();
        } finally {
            long now = System.nanoTime() - start;
            Long before = took.getIfPresent(text);
            // Most queries are quick and stay so: nothing is written for them.
            if (before != null || now > SLOW_NANOS) {
                took.put(text, before == null ? now : (before + now) / 2);
            }
        }
    }
}
