package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * A way back that somebody wants.
 *
 * @param toVersion what was live before the present version where absent
 * @param environment the application's own where absent
 * @param allowDataLoss agrees to lose what the way back takes away
 */
public record RollbackRequest(
        @Nullable @Min(1) Integer toVersion,
        @Nullable Stage environment,
        @Nullable Boolean allowDataLoss) {
    static final RollbackRequest PLAIN = new RollbackRequest(null, null, null);
}
