package io.nocode.runtime.deployments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was measured when somebody asked.
 *
 * @param database whether the database answers
 * @param api whether each table that is live can be read, and the application answers
 */
public record HealthView(Probe database, Probe api, Instant lastCheck) {

    /**
     * One measurement.
     *
     * @param responseTimeMs how long it took
     */
    public record Probe(
            State status,
            @Nullable BigDecimal responseTimeMs,
            @Nullable String problem) {}

    /** What a measurement found. */
    public enum State {
        @JsonProperty("healthy")
        HEALTHY,
        @JsonProperty("unhealthy")
        UNHEALTHY,
        /** Nothing is live, or it was stopped. */
        @JsonProperty("not_serving")
        NOT_SERVING
    }

    @JsonIgnore
    boolean isHealthy() {
        return database.status() == State.HEALTHY && api.status() != State.UNHEALTHY;
    }
}
