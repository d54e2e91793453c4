package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.AppStatus;
import io.nocode.runtime.apps.Stage;
import io.nocode.runtime.served.Performance;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an application is.
 *
 * @param liveVersion what its environment holds; null for nothing
 * @param deployment the last one; null where there was none
 * @param health measured for this answer
 * @param performance measured of the requests of the last day; null where nobody asked for anything
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
        @Nullable Performance performance,
        Map<String, String> unavailable) {}
