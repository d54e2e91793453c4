package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Looks whether what is live answers and what goes live is there; a sick environment is not changed further. */
@Named("deploymentHealth")
@Dependent
public class HealthStep extends StepBatchlet {
    @Inject
    private Health health;

    public HealthStep() {
        super(StepName.HEALTH_CHECK);
    }

    @Override
    ObjectNode act(Deployment deployment) {
        if (deployment.content() == null) {
            throw DeploymentProblem.UNHEALTHY.because("There are no routes.");
        }
        HealthView measured = health.measure(deployment.projectId(), deployment.environment());
        if (!measured.isHealthy()) {
            throw DeploymentProblem.UNHEALTHY.because(
                    measured.api().problem() == null ? "" : measured.api().problem());
        }
        return (ObjectNode) Json.tree(measured);
    }
}
