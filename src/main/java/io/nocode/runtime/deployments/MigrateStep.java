package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds what does not fit before anybody sees a thing: does the change on the real rows and takes it back. Before that,
 * many values that come back are written beside those who work with the rows.
 */
@Named("deploymentMigrate")
@Dependent
public class MigrateStep extends StepBatchlet {
    static final String RESTORED_EARLY = "restored_early";

    @Inject
    private Plans plans;

    @Inject
    private EarlyValues early;

    @Inject
    private PlanSteps steps;

    @Inject
    private Clock clock;

    public MigrateStep() {
        super(StepName.MIGRATE);
    }

    @Override
    ObjectNode act(Deployment deployment) {
        Plan plan = plans.checked(deployment);
        ObjectNode details = Json.object();
        if (plans.isLiveAlready(deployment)) {
            return details.put("rehearsed", false).put("reason", "This version is live already.");
        }
        Instant began = clock.instant();
        ArrayNode restored = early.bring(deployment, plan);
        if (!restored.isEmpty()) {
            details.set(RESTORED_EARLY, restored);
            plan = plans.checked(deployment);
        }
        details.put("rehearsed", plans.rehearse(deployment.projectId(), plan))
                .put("took_ms", Duration.between(began, clock.instant()).toMillis())
                .set("changes", Json.tree(steps.of(plan)));
        return details;
    }
}
