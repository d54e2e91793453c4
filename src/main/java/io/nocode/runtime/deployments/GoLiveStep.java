package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.problem.Problem;
import io.nocode.studio.tables.SchemaProblem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Switches: before it everybody sees the old version, after it everybody the new one. */
@Named("deploymentGoLive")
@Dependent
public class GoLiveStep extends StepBatchlet {
    private static final int ATTEMPTS = 5;

    @Inject
    private GoLive goLive;

    public GoLiveStep() {
        super(StepName.GO_LIVE);
    }

    @Override
    ObjectNode act(Deployment deployment) {
        for (int attempt = 1; ; attempt++) {
            try {
                return goLive.run(deployment.id());
            } catch (Problem busy) {
                // Somebody reads a table for long: each attempt waits for some seconds, and lets others pass.
                if (busy.reason() != SchemaProblem.TABLE_BUSY || attempt == ATTEMPTS) {
                    throw busy;
                }
            }
        }
    }
}
