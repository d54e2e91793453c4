package io.nocode.automation.workflows;

import io.nocode.automation.engine.RetryPolicy;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a node is tried again when it failed of something that may pass.
 *
 * @param maxAttempts the first one included
 */
public record NodeRetry(
        @Min(1) @Max(20) @Schema(defaultValue = "3") @Nullable
        Integer maxAttempts,

        @Schema(implementation = String.class, format = "duration", defaultValue = "PT1S") @Nullable
        Duration backoff,

        @DecimalMin("1") @DecimalMax("10") @Schema(defaultValue = "2") @Nullable
        BigDecimal multiplier,

        @Schema(implementation = String.class, format = "duration", defaultValue = "PT10M") @Nullable
        Duration maxBackoff) {

    RetryPolicy policy() {
        return new RetryPolicy(
                maxAttempts == null ? 3 : maxAttempts,
                backoff == null ? Duration.ofSeconds(1) : backoff,
                multiplier == null ? 2 : multiplier.doubleValue(),
                maxBackoff == null ? Duration.ofMinutes(10) : maxBackoff);
    }
}
