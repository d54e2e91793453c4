package io.nocode.automation.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;

/** Where one attempt at one node stands, and where it may go from there. */
public enum StepStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("skipped")
    SKIPPED;

    /** Whether nothing follows. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    public boolean mayBecome(StepStatus status) {
        return next().contains(status);
    }

    private Set<StepStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(RUNNING, SKIPPED, FAILED);
            // Running again is what happens after the node that ran it died.
            case RUNNING -> EnumSet.of(RUNNING, WAITING, COMPLETED, FAILED, SKIPPED);
            case WAITING -> EnumSet.of(RUNNING, COMPLETED, FAILED, SKIPPED);
            case COMPLETED, FAILED, SKIPPED -> EnumSet.noneOf(StepStatus.class);
        };
    }
}
