package io.nocode.runtime.deployments;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.apps.App;
import io.nocode.runtime.apps.Apps;
import io.nocode.runtime.served.Performance;
import io.nocode.runtime.served.Performances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** How applications are, measured when somebody asks. */
@ApplicationScoped
public class Statuses {
    @Inject
    private Apps apps;

    @Inject
    private DeploymentRepository deployments;

    @Inject
    private LiveVersions live;

    @Inject
    private Health health;

    @Inject
    private Performances performances;

    /** @param connector where this node listens, with scheme and context path */
    public StatusView of(UUID id, String connector) {
        App app = apps.find(id, Action.APPS_SEE);
        Performance performance = performances.of(id, app.environment().wire()).orElse(null);
        return new StatusView(
                app.id(),
                app.status(),
                app.environment(),
                app.isStopped(),
                live.find(app.projectId(), app.environment())
                        .map(LiveVersion::number)
                        .orElse(null),
                deployments.last(id).map(DeploymentView::of).orElse(null),
                health.measure(app, connector),
                performance,
                performance == null
                        ? Map.of("performance", "Nobody has asked for anything in the last 24 hours.")
                        : Map.of());
    }
}
