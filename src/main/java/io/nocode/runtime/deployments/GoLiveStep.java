package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Switches: before it everybody sees the old version, after it everybody the new one. */
@Named("deploymentGoLive")
@Dependent
public class GoLiveStep extends StepBatchlet {
    @Inject
    private GoLive goLive;

    public GoLiveStep() {
        super(StepName.GO_LIVE);
    }

    @Override
    ObjectNode act(Deployment deployment) {
        return Patience.with(() -> goLive.run(deployment.id()));
    }
}
