package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import io.nocode.shared.batch.JobStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deployment and its steps.
 *
 * @param fromVersion what was live before; null for nothing
 * @param duration in seconds
 * @param errorCode why it failed, for programs
 */
public record DeploymentView(
        UUID id,
        UUID appId,
        UUID projectId,
        DeploymentKind kind,
        Stage environment,
        int version,
        @Nullable Integer fromVersion,
        JobStatus status,
        @Nullable String errorCode,
        @Nullable String error,
        @Nullable UUID retryOf,
        UUID requestedBy,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable BigDecimal duration,
        List<StepView> steps,
        Instant createdAt,
        Instant updatedAt) {
    static DeploymentView of(Deployment deployment) {
        return new DeploymentView(
                deployment.id(),
                deployment.appId(),
                deployment.projectId(),
                deployment.kind(),
                deployment.environment(),
                deployment.version(),
                deployment.fromVersion(),
                deployment.status(),
                deployment.errorCode(),
                deployment.error(),
                deployment.retryOf(),
                deployment.requestedBy(),
                deployment.startedAt(),
                deployment.completedAt(),
                StepView.seconds(deployment.startedAt(), deployment.completedAt()),
                deployment.steps().stream().map(StepView::of).toList(),
                deployment.createdAt(),
                deployment.updatedAt());
    }
}
