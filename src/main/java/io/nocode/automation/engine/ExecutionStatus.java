package io.nocode.automation.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;

/** Where an execution stands, and where it may go from there. */
public enum ExecutionStatus {
    /** Accepted; no step has begun. */
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    /** Every open step waits for a time or an event. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("timed_out")
    TIMED_OUT;

    /** Whether nothing follows. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    public boolean mayBecome(ExecutionStatus status) {
        return next().contains(status);
    }

    private Set<ExecutionStatus> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(RUNNING, FAILED, CANCELLED, TIMED_OUT);
            case RUNNING -> EnumSet.of(WAITING, COMPLETED, FAILED, CANCELLED, TIMED_OUT);
            case WAITING -> EnumSet.of(RUNNING, COMPLETED, FAILED, CANCELLED, TIMED_OUT);
            case COMPLETED, FAILED, CANCELLED, TIMED_OUT -> EnumSet.noneOf(ExecutionStatus.class);
        };
    }
}
