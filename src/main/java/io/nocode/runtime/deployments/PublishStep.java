package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.apps.Bundle;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Makes the routes and pages of the version, and keeps them with the deployment until it goes live. */
@Named("deploymentPublish")
@Dependent
public class PublishStep extends StepBatchlet {
    @Inject
    private Plans plans;

    @Inject
    private DeploymentRuns runs;

    public PublishStep() {
        super(StepName.PUBLISH_ROUTES);
    }

    @Override
    ObjectNode act(Deployment deployment) {
        ObjectNode bundle = Bundle.of(plans.version(deployment));
        runs.publish(deployment.id(), bundle);
        return Json.object()
                .put("routes", bundle.path("routes").size())
                .put("pages", bundle.path("pages").size())
                .put("tables", bundle.path("tables").size());
    }
}
