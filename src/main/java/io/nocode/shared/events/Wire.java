package io.nocode.shared.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one listener. Whoever has something to send leaves it here and goes on: it is written in the
 * background when the connection takes it. Where the server says that it takes more and then waits until it does, as Open
 * Liberty, nobody waits but who writes. What waits is bounded by who asks {@link #hasRoom} before.
 */
final class Wire extends Work implements WriteListener {
    /** Who has so much waiting gets no more for now. */
    static final int ROOM = 256 * 1024;

    private static final int SLICE = 64 * 1024;
    private static final byte[] BEGIN = ": events\nretry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private final Runnable room;
    private final Runnable gone;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean writable;
    private volatile boolean ending;
    private boolean reasoned;
    private volatile boolean refused;
    private volatile long moved;
    private @Nullable AsyncContext async;
    private @Nullable ServletOutputStream out;
    private byte @Nullable [] current;
    private int written;
    private boolean unflushed;

    /**
     * A connection that is not there yet.
     *
     * @param writers have it written
     * @param room called when there is room again
     * @param gone called once when the connection is over
     */
    Wire(Consumer<Work> writers, Runnable room, Runnable gone) {
        super(writers);
        this.room = room;
        this.gone = gone;
        this.moved = System.nanoTime();
        waiting.add(BEGIN);
        bytes.set(BEGIN.length);
    }

    /** Begins to write. */
    void begin(AsyncContext async, ServletOutputStream out) {
        this.async = async;
        this.out = out;
        moved = System.nanoTime();
        out.setWriteListener(this);
        if (closed.get()) {
            async.complete();
        }
    }

    /** Leaves something to send; the bytes are shared with others and stay as they are. */
    void send(byte[] frames) {
        synchronized (waiting) {
            if (closed.get() || ending) {
                return;
            }
            add(frames);
        }
        wake();
    }

    private void add(byte[] frames) {
        waiting.add(frames);
        if (bytes.getAndAdd(frames.length) == 0) {
            moved = System.nanoTime();
        }
    }

    /** Whether more may be left here; who hears no is told once there is room again. */
    boolean hasRoom() {
        if (bytes.get() < ROOM) {
            return true;
        }
        refused = true;
        // It may have gone out just before that was noted.
        return bytes.get() < ROOM;
    }

    /** Since when, by {@link System#nanoTime}, nothing of what waits has gone out; null where nothing waits. */
    @Nullable
    Long stalledSince() {
        return bytes.get() == 0 ? null : moved;
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Closes once all has been sent that waits. */
    void end() {
        synchronized (waiting) {
            ending = true;
        }
        wake();
    }

    /** Sends this and closes; what waits is not sent any more. Of several reasons the first is told. */
    void endWith(byte[] frame) {
        synchronized (waiting) {
            if (closed.get() || reasoned) {
                return;
            }
            reasoned = true;
            ending = true;
            waiting.forEach(dropped -> bytes.addAndGet(-dropped.length));
            waiting.clear();
            add(frame);
        }
        wake();
    }

    /** Closes now. */
    void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                if (async != null) {
                    async.complete();
                }
            } catch (IllegalStateException alreadyOver) {
                // The server has ended it itself.
            } finally {
                gone.run();
            }
        }
    }

    @Override
    public void onWritePossible() {
        writable = true;
        wake();
    }

    @Override
    public void onError(Throwable lost) {
        close();
    }

    @Override
    protected void work() {
        try {
            writeWhatGoes();
        } catch (IOException | IllegalStateException lost) {
            close();
        }
    }

    private void writeWhatGoes() throws IOException {
        ServletOutputStream to = out;
        while (to != null && writable && !closed.get()) {
            // First false: the server may say that it is possible again before the next line is reached.
            writable = false;
            if (!to.isReady()) {
                break;
            }
            writable = true;
            // Before it is seen that nothing waits: a last word may come in between.
            boolean last = ending;
            if (current == null && !next()) {
                if (!unflushed) {
                    if (last) {
                        close();
                    }
                    break;
                }
                unflushed = false;
                to.flush();
                continue;
            }
            slice(to, current);
            tellOfRoom();
        }
        tellOfRoom();
    }

    private void tellOfRoom() {
        if (refused && bytes.get() < ROOM) {
            refused = false;
            room.run();
        }
    }

    private boolean next() {
        synchronized (waiting) {
            current = waiting.poll();
        }
        written = 0;
        return current != null;
    }

    private void slice(ServletOutputStream to, byte @Nullable [] frames) throws IOException {
        if (frames == null) {
            return;
        }
        int length = Math.min(SLICE, frames.length - written);
        to.write(frames, written, length);
        unflushed = true;
        written += length;
        moved = System.nanoTime();
        if (written == frames.length) {
            current = null;
            bytes.addAndGet(-frames.length);
        }
    }
}
