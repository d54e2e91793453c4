package io.nocode.runtime.deployments;

import io.nocode.shared.problem.Reason;

/** Why a deployment is refused, or why it failed. */
enum DeploymentProblem implements Reason {
    /** Another deployment to the same environment of the project is at work. */
    DEPLOYMENT_RUNNING(409),
    /** The project has no published version. */
    NOT_PUBLISHED(409),
    /** Nothing was live before what is live now. */
    NOTHING_TO_ROLL_BACK_TO(409),
    /** Only a failed deployment can be tried again. */
    NOT_FAILED(409),
    /** The deployment has ended already, or is going live in this moment. */
    NOT_CANCELLABLE(409),
    /** The version cannot be served. */
    INVALID_VERSION(409),
    /** Somebody has changed by hand what the deployment builds on, or would take away. */
    DRIFT(409),
    /** A table that is live does not answer. */
    UNHEALTHY(409),
    /** People use applications of the organisation that is to be deleted. */
    HAS_DEPLOYED_APPS(409);

    private final int status;

    DeploymentProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
