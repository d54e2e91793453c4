package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.apps.Bundle;
import io.nocode.shared.json.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Reads the version, checks that it hangs together, and tells what would change and be lost. */
@Named("deploymentValidate")
@Dependent
public class ValidateStep extends StepBatchlet {
    @Inject
    private Plans plans;

    public ValidateStep() {
        super(StepName.VALIDATE);
    }

    @Override
    ObjectNode act(Deployment deployment) {
        try {
            Bundle.of(plans.version(deployment));
        } catch (Bundle.BundleFault fault) {
            throw DeploymentProblem.INVALID_VERSION.because(String.valueOf(fault.getMessage()));
        }
        Plan plan = plans.checked(deployment);
        ObjectNode details = Json.object()
                .put("version", deployment.version())
                .put("tables", plan.wanted().size())
                .put("changes", plan.steps().size() + plan.content().size());
        details.set("drift", Json.tree(plan.drift()));
        return details;
    }
}
