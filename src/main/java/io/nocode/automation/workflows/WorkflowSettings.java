package io.nocode.automation.workflows;

import io.nocode.automation.engine.RetryPolicy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How executions of a workflow behave; what is left out has its default.
 *
 * @param timeoutSeconds how long an execution may take, waiting included
 * @param retryOnFailure whether nodes without a retry of their own are tried again
 * @param retryBackoff the wait after the first attempt; it doubles with each
 */
public record WorkflowSettings(
        @Min(1) @Max(2_592_000) @Schema(defaultValue = "3600") @Nullable
        Integer timeoutSeconds,

        @Schema(defaultValue = "false") @Nullable Boolean retryOnFailure,

        @Min(0) @Max(20) @Schema(defaultValue = "3") @Nullable
        Integer maxRetries,

        @Schema(implementation = String.class, format = "duration", defaultValue = "PT1S") @Nullable
        Duration retryBackoff,

        @Schema(defaultValue = "allow") @Nullable Concurrency concurrency) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Everything by default. */
    public static final WorkflowSettings DEFAULTS =
            new WorkflowSettings(3_600, false, 3, Duration.ofSeconds(1), Concurrency.ALLOW);

    /** These settings with the defaults filled in. */
    public WorkflowSettings complete() {
        return new WorkflowSettings(
                timeoutSeconds == null ? DEFAULTS.timeoutSeconds : timeoutSeconds,
                retryOnFailure == null ? DEFAULTS.retryOnFailure : retryOnFailure,
                maxRetries == null ? DEFAULTS.maxRetries : maxRetries,
                retryBackoff == null ? DEFAULTS.retryBackoff : retryBackoff,
                concurrency == null ? DEFAULTS.concurrency : concurrency);
    }

    /** How long an execution may take. */
    public Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds == null ? 3_600 : timeoutSeconds);
    }

    public Concurrency whenOpen() {
        return concurrency == null ? Concurrency.ALLOW : concurrency;
    }

    /** How nodes without a retry of their own are tried. */
    public RetryPolicy retry() {
        WorkflowSettings all = complete();
        if (!Boolean.TRUE.equals(all.retryOnFailure) || all.maxRetries == null || all.retryBackoff == null) {
            return RetryPolicy.NONE;
        }
        return new RetryPolicy(1 + all.maxRetries, all.retryBackoff, 2, LONGEST_WAIT);
    }
}
