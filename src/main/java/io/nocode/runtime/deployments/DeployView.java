package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.AppStatus;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.batch.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A deployment that was taken in. */
public record DeployView(
        UUID deploymentId,
        UUID appId,
        DeploymentKind kind,
        JobStatus status,
        AppStatus appStatus,
        Stage environment,
        int version,
        List<StepView> deploymentSteps,
        Instant createdAt) {
    static DeployView of(Deployment deployment, AppStatus appStatus) {
        return new DeployView(
                deployment.id(),
                deployment.appId(),
                deployment.kind(),
                deployment.status(),
                appStatus,
                deployment.environment(),
                deployment.version(),
                deployment.steps().stream().map(StepView::of).toList(),
                deployment.createdAt());
    }
}
