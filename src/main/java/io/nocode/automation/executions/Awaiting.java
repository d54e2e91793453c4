package io.nocode.automation.executions;

import io.nocode.shared.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Lets a request wait until an execution has ended, on whichever node. */
@ApplicationScoped
class Awaiting {
    static final String TOPIC = "execution-ended";

    private final ConcurrentHashMap<UUID, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();

    /** Waits until the execution has ended or the time is over; the caller then looks for itself. */
    void await(UUID execution, Duration most, BooleanSupplier hasEnded) {
        CompletableFuture<Boolean> ended = waiting.computeIfAbsent(execution, id -> new CompletableFuture<>());
        try {
            if (!hasEnded.getAsBoolean()) {
                ended.get(most.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | ExecutionException notYet) {
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(execution);
        }
    }

    void hear(@Observes Signal signal) {
        if (signal.topic().equals(TOPIC)) {
            CompletableFuture<Boolean> ended = waiting.get(UUID.fromString(signal.payload()));
            if (ended != null) {
                ended.complete(true);
            }
        } else if (signal.concerns(TOPIC)) {
            // Something may have been missed: everybody looks again.
            waiting.values().forEach(ended -> ended.complete(true));
        }
    }
}
