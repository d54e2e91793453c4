package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.batch.JobStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step of a deployment.
 *
 * @param duration in seconds
 * @param details what it found and did
 */
public record StepView(
        StepName name,
        JobStatus status,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable BigDecimal duration,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode details,
        @Nullable String error) {
    static StepView of(DeploymentStep step) {
        return new StepView(
                step.name(),
                step.status(),
                step.startedAt(),
                step.completedAt(),
                seconds(step.startedAt(), step.completedAt()),
                step.details(),
                step.error());
    }

    static @Nullable BigDecimal seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? null
                : BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3);
    }
}
