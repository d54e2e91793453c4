package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that somebody wants.
 *
 * @param environment the application's own where absent
 * @param version the latest where absent
 * @param forceRedeploy makes routes and tables anew even where that version is live already
 * @param allowDataLoss agrees to lose what the change takes away
 */
public record DeployRequest(
        @Nullable Stage environment,
        @Nullable @Min(1) Integer version,
        @Nullable Boolean forceRedeploy,
        @Nullable Boolean allowDataLoss) {
    static final DeployRequest PLAIN = new DeployRequest(null, null, null, null);
}
