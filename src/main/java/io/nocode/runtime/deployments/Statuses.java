package io.nocode.runtime.deployments;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.apps.App;
import io.nocode.runtime.apps.Apps;
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

    public StatusView of(UUID id) {
        App app = apps.find(id, Action.APPS_SEE);
        return new StatusView(
                app.id(),
                app.status(),
                app.environment(),
                app.isStopped(),
                live.find(app.projectId(), app.environment())
                        .map(LiveVersion::number)
                        .orElse(null),
                deployments.last(id).map(DeploymentView::of).orElse(null),
                health.measure(app.projectId(), app.environment()),
                Map.of("performance", "Requests are not counted by application yet."));
    }
}
