package io.nocode.shared.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where background work is. The last three are for good. */
public enum JobStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED;

    /** As on the wire and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }

    /** Whether work in this state may come into another: forwards only, and out of the last three never. */
    public boolean mayBecome(JobStatus next) {
        return switch (this) {
            case PENDING -> next == RUNNING || next == FAILED || next == CANCELLED;
            // Running again is what happens after the death of a server.
            case RUNNING -> next != PENDING;
            case SUCCEEDED, FAILED, CANCELLED -> false;
        };
    }
}
