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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of this node. None of them has a thread of its own: some find out what there is to tell, others write,
 * so that whoever reads slowly holds up nobody who is told the same.
 */
@ApplicationScoped
public class EventStreams {
    /** The header with which a listener comes back. */
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final int READERS = 8;
    private static final int WRITERS = 4;
    /** Some servers have a thread wait while a listener does not read: as many may read slowly before others wait, too. */
    private static final int MOST_WRITERS = 512;

    /** How long nobody is asked again, while signals of other nodes arrive and while they do not. */
    private static final Duration TRUST = Duration.ofSeconds(3);

    private static final Duration TRUST_WITHOUT_SIGNALS = Duration.ofMillis(500);

    private final int perCaller = Settings.number("nocode.events.per-caller", 100);
    private final int perNode = Settings.number("nocode.events.per-node", 5_000);
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<EventStream>> byWord = new ConcurrentHashMap<>();
    private final Workers readers = new Workers(READERS, READERS);
    private final Workers writers = new Workers(WRITERS, MOST_WRITERS);
    private volatile boolean open;

    @Inject
    private Authenticator authenticator;

    @Inject
    private Listener listener;

    @Resource
    private ManagedThreadFactory threads;

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
                    this::schedule,
                    writers::add);
            requireRoom(stream);
            add(stream);
            EventStreamFilter.answerWith(stream);
        }
        return Response.ok().type("text/event-stream").build();
    }

    /** Has work done in the background, as nobody. */
    public void schedule(Work work) {
        readers.add(work);
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
        threads.newThread(() -> readers.handOut(threads, this::beat)).start();
        threads.newThread(() -> writers.handOut(threads, () -> {})).start();
    }

    @PreDestroy
    void stop() {
        open = false;
        readers.stop();
        writers.stop();
        streams.forEach(EventStream::close);
    }

    private void beat() {
        Duration trust = listener.isListening() ? TRUST : TRUST_WITHOUT_SIGNALS;
        streams.forEach(stream -> stream.beat(trust));
    }
}
