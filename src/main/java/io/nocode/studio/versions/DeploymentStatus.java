package io.nocode.studio.versions;

import io.nocode.studio.projects.ProjectStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a project stands between draft and deployment.
 *
 * @param version the version published last; null before the first
 * @param generation how that version came about; null before the first
 */
public record DeploymentStatus(
        UUID projectId,
        ProjectStatus status,
        @Nullable Integer version,
        @Nullable Generation generation,
        List<DeploymentFact> deployments) {
    /** The freezing of a version. */
    public record Generation(UUID taskId, String status, int version, Instant completedAt) {}
}
