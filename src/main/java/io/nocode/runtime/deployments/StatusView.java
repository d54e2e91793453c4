package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.AppStatus;
import io.nocode.runtime.apps.Stage;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an application is.
 *
 * @param liveVersion what its environment holds; null for nothing
 * @param deployment the last one; null where there was none
 * @param health measured for this answer
 * @param unavailable what cannot be told, and why
 */
public record StatusView(
        UUID id,
        AppStatus status,
        Stage environment,
        boolean stopped,
        @Nullable Integer liveVersion,
        @Nullable DeploymentView deployment,
        HealthView health,
        Map<String, String> unavailable) {}
