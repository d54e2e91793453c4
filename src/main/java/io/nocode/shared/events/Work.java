package io.nocode.shared.events;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Something that is done in the background whenever it is woken: never twice at once, and once more if woken meanwhile. */
public abstract class Work {
    private enum State {
        IDLE,
        WOKEN,
        WOKEN_AGAIN
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private final Consumer<Work> scheduler;

    /** Work that {@link EventStreams#schedule} or the like has done. */
    protected Work(Consumer<Work> scheduler) {
        this.scheduler = scheduler;
    }

    /** Has it done soon, in another thread. */
    public final void wake() {
        if (state.getAndUpdate(now -> now == State.IDLE ? State.WOKEN : State.WOKEN_AGAIN) == State.IDLE) {
            scheduler.accept(this);
        }
    }

    /** Does it, in the background. */
    final void run() {
        state.set(State.WOKEN);
        try {
            work();
        } finally {
            if (!state.compareAndSet(State.WOKEN, State.IDLE)) {
                state.set(State.WOKEN);
                scheduler.accept(this);
            }
        }
    }

    /** What is to be done. */
    protected abstract void work();
}
