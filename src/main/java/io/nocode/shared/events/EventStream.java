package io.nocode.shared.events;

import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.rest.Answers;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One listener. */
public final class EventStream extends Work {
    private static final Duration STALLED = Duration.ofSeconds(30);
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Listening listening;
    private final RequestContext request;
    private final Supplier<Caller> authentication;
    private final Wire wire;
    private final Set<String> words;
    private final String payer;
    private volatile Caller caller;
    private volatile @Nullable String last;
    private volatile boolean doubted;
    private volatile long sent = System.nanoTime();
    private volatile long authorised = System.nanoTime();

    /**
     * A listener who may listen now.
     *
     * @param authentication tells again who it is, or throws why it is nobody any more
     * @param last the id of the last event that it has; null for none
     * @param gone called once when it is gone
     * @param readers find out what there is to tell
     * @param writers write it
     */
    EventStream(
            Listening listening,
            RequestContext request,
            Supplier<Caller> authentication,
            @Nullable String last,
            Consumer<EventStream> gone,
            Consumer<Work> readers,
            Consumer<Work> writers) {
        super(readers);
        this.listening = listening;
        this.request = request;
        this.authentication = authentication;
        this.caller = CurrentUser.get();
        this.last = last;
        this.words = words(caller, listening);
        this.payer = caller.userId() == null ? request.address() : String.valueOf(caller.userId());
        this.wire = new Wire(writers, this::wake, () -> gone.accept(this));
    }

    private static Set<String> words(Caller caller, Listening listening) {
        Set<String> words = new HashSet<>(listening.words());
        for (UUID id : new @Nullable UUID[] {
            caller.userId(),
            caller instanceof Caller.User user ? user.session() : null,
            caller instanceof Caller.ApiKey key ? key.id() : null,
            caller instanceof Caller.EndUser user ? user.session() : null,
            caller instanceof Caller.EndUser user ? user.app() : null
        }) {
            if (id != null) {
                words.add(id.toString());
            }
        }
        return Set.copyOf(words);
    }

    /** The id of the last event that was sent, or that the listener came with; null for none. */
    public @Nullable String last() {
        return last;
    }

    /** Whether more may be sent: what waits for a slow listener is bounded. */
    public boolean hasRoom() {
        return wire.hasRoom() && !wire.isClosed();
    }

    public boolean isClosed() {
        return wire.isClosed();
    }

    public void send(ServerEvent event) {
        send(event.frame(), event.id());
    }

    /**
     * Sends several events that others get too.
     *
     * @param frames as {@link ServerEvent#frame} gives them, one after the other
     * @param newest the id of the last one; null where none has one
     */
    public void send(byte[] frames, @Nullable String newest) {
        if (newest != null) {
            last = newest;
        }
        sent = System.nanoTime();
        wire.send(frames);
    }

    /** Ends the stream once all has been sent. */
    public void end() {
        wire.end();
    }

    /** Ends the stream with the reason; what has not been sent yet is not sent any more. */
    public void end(Problem why) {
        wire.endWith(new ServerEvent(null, "end", Json.text(RequestContext.within(request, () -> Answers.body(why))))
                .frame());
    }

    void begin(AsyncContext async, ServletOutputStream out) {
        wire.begin(async, out);
        wake();
    }

    /** Ends the stream now. */
    void close() {
        wire.close();
    }

    /** Tells who listens that it is over. */
    void closed() {
        listening.closed();
    }

    Set<String> words() {
        return words;
    }

    /** Whose limit it counts for. */
    String payer() {
        return payer;
    }

    /** Has its authority asked for again before anything more is sent. */
    void doubt() {
        doubted = true;
        wake();
    }

    /** What is due from time to time. */
    void beat(Duration trust) {
        long now = System.nanoTime();
        Long stalled = wire.stalledSince();
        if (stalled != null && now - stalled > STALLED.toNanos()) {
            close();
        } else if (now - sent > Duration.ofSeconds(listening.beat()).toNanos() && stalled == null) {
            send(BEAT, null);
        }
        if (now - authorised > trust.toNanos()) {
            doubt();
        }
    }

    @Override
    protected void work() {
        if (wire.isClosed()) {
            return;
        }
        try {
            RequestContext.within(request, () -> {
                if (doubted) {
                    doubted = false;
                    caller = authentication.get();
                    CurrentUser.as(caller, () -> {
                        listening.authorise();
                        return true;
                    });
                    authorised = System.nanoTime();
                }
                return CurrentUser.as(caller, () -> {
                    listening.work(this);
                    return true;
                });
            });
        } catch (Problem ended) {
            end(ended);
        }
    }
}
