package io.nocode.shared.problem;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the client. It rolls back the transaction that it leaves, and carries no stack trace: it is
 * an answer, not a fault of the program.
 */
@ApplicationException(rollback = true)
public final class Problem extends RuntimeException {
    private final transient Reason reason;
    private final transient Map<String, ?> details;
    private final transient Object[] words;
    private transient @Nullable Duration retryAfter;

    Problem(Reason reason, Map<String, ?> details, Object... words) {
        super(reason.name() + (details.isEmpty() ? "" : " " + details), null, false, false);
        this.reason = reason;
        this.details = details;
        this.words = words;
    }

    /** When the client may try again; sent as {@code Retry-After}. */
    public Problem retryAfter(Duration duration) {
        this.retryAfter = duration;
        return this;
    }

    public Reason reason() {
        return reason;
    }

    /** Field to {@link Fault}, or data. */
    public Map<String, ?> details() {
        return details;
    }

    public Object[] words() {
        return words;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
