package io.nocode.shared.events;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.PlatformStarted;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Authenticator;
import io.nocode.shared.security.Caller;
import io.nocode.shared.settings.Settings;
import io.nocode.shared.signal.Listener;
import io.nocode.shared.signal.Signal;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The listeners of this node. One thread hands out what there is to do for them; none of them has one of its own. */
@ApplicationScoped
public class EventStreams {
    /** The header with which a listener comes back. */
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final Logger LOG = Logger.getLogger(EventStreams.class.getName());
    private static final int AT_ONCE = 8;
    /** How long nobody is asked again, while signals of other nodes arrive and while they do not. */
    private static final Duration TRUST = Duration.ofSeconds(3);

    private static final Duration TRUST_WITHOUT_SIGNALS = Duration.ofMillis(500);

    private final int perCaller = Settings.number("nocode.events.per-caller", 100);
    private final int perNode = Settings.number("nocode.events.per-node", 5_000);
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<EventStream>> byWord = new ConcurrentHashMap<>();
    private final BlockingQueue<Work> woken = new LinkedBlockingQueue<>();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean open;

    @Inject
    private Authenticator authenticator;

    @Inject
    private Listener listener;

    @Resource
    private ManagedExecutorService executor;

    /**
     * Has the request that this thread answers be answered with a stream. The caller has been found to be allowed to.
     *
     * @param lastParameter the id of the last event, where it came as a parameter; the header goes first
     * @throws io.nocode.shared.problem.Problem TOO_MANY_REQUESTS
     */
    public Response open(Listening listening, @Nullable String lastParameter) {
        RequestContext request = RequestContext.get();
        if (!request.method().equals("HEAD")) {
            String header = EventStreamFilter.header(LAST_EVENT_ID);
            String last = header == null || header.isEmpty() ? lastParameter : header;
            EventStream stream = new EventStream(
                    listening,
                    request,
                    authentication(),
                    last == null || last.isEmpty() ? null : last,
                    this::gone,
                    this::schedule);
            requireRoom(stream);
            add(stream);
            EventStreamFilter.answerWith(stream);
        }
        return Response.ok().type("text/event-stream").build();
    }

    /** Has work done in the background, as nobody. */
    public void schedule(Work work) {
        woken.add(work);
    }

    private Supplier<Caller> authentication() {
        String authorization = EventStreamFilter.header("Authorization");
        String key = EventStreamFilter.header("X-API-Key");
        if (authorization != null) {
            String token = authorization.replaceFirst("(?i)^Bearer ", "").strip();
            return () -> authenticator.byToken(token);
        }
        return key == null ? () -> Caller.NOBODY : () -> authenticator.byApiKey(key);
    }

    private void requireRoom(EventStream stream) {
        boolean full = !open
                || streams.size() >= perNode
                || streams.stream()
                                .filter(other -> other.payer().equals(stream.payer()))
                                .count()
                        >= perCaller;
        if (full) {
            throw CommonProblem.TOO_MANY_REQUESTS.because().retryAfter(Duration.ofSeconds(10));
        }
    }

    private void add(EventStream stream) {
        streams.add(stream);
        stream.words()
                .forEach(word -> byWord.compute(word, (same, known) -> {
                    Set<EventStream> all = known == null ? ConcurrentHashMap.newKeySet() : known;
                    all.add(stream);
                    return all;
                }));
    }

    private void gone(EventStream stream) {
        if (streams.remove(stream)) {
            stream.words()
                    .forEach(word -> byWord.computeIfPresent(word, (same, all) -> {
                        all.remove(stream);
                        return all.isEmpty() ? null : all;
                    }));
            schedule(new Farewell(stream));
        }
    }

    /** Whoever loses a connection may be in no state to ask the database. */
    private final class Farewell extends Work {
        private final EventStream stream;

        Farewell(EventStream stream) {
            super(EventStreams.this::schedule);
            this.stream = stream;
        }

        @Override
        protected void work() {
            stream.closed();
        }
    }

    /** After all others: what they have remembered is forgotten by then. */
    void hear(@Observes @Priority(10_000) Signal signal) {
        if (signal.topic().equals(Signal.RESET)) {
            streams.forEach(EventStream::doubt);
            return;
        }
        for (String word : signal.payload().split(" ")) {
            byWord.getOrDefault(word, Set.of()).forEach(EventStream::doubt);
        }
    }

    void start(@Observes PlatformStarted started) {
        open = true;
        executor.execute(this::handOut);
    }

    @PreDestroy
    void stop() {
        open = false;
        streams.forEach(EventStream::close);
    }

    private void handOut() {
        long beaten = System.nanoTime();
        try {
            while (open) {
                Work work = woken.poll(500, TimeUnit.MILLISECONDS);
                if (work != null) {
                    free.acquire();
                    executor.execute(() -> run(work));
                }
                if (System.nanoTime() - beaten > Duration.ofMillis(500).toNanos()) {
                    beaten = System.nanoTime();
                    Duration trust = listener.isListening() ? TRUST : TRUST_WITHOUT_SIGNALS;
                    streams.forEach(stream -> stream.beat(trust));
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException stopping) {
            open = false;
        }
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Telling a listener failed; it is tried again.", failed);
        } finally {
            free.release();
        }
    }
}
