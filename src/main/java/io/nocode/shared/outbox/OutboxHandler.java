package io.nocode.shared.outbox;

import java.time.Duration;
import java.util.Optional;

/**
 * Does the work of one kind of outbox entry: one CDI bean a kind. It is called with no transaction open, at least once
 * for each entry, on one node at a time; it must bear being called again after a crash. To end the entry in the same
 * transaction as its effect, it calls {@link Outbox#done} there.
 */
public interface OutboxHandler {
    /** The kind of entries that it takes, such as {@code mail}. */
    String kind();

    /** Does the work. What it throws makes the entry due again later. */
    void handle(OutboxEntry entry) throws Exception;

    /** How long to wait after this many failed attempts; empty to give up. */
    default Optional<Duration> retryAfter(int failures) {
        return failures >= 8 ? Optional.empty() : Optional.of(Duration.ofSeconds(1L << Math.min(failures, 10)));
    }

    /** The same, where the reason matters. */
    default Optional<Duration> retryAfter(int failures, Exception why) {
        return retryAfter(failures);
    }

    /** Called when the last attempt has failed. */
    default void gaveUp(OutboxEntry entry, Exception why) {}
}
