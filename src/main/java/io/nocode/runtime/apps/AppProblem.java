package io.nocode.runtime.apps;

import io.nocode.shared.problem.Reason;

/** Why something about an application is refused. */
public enum AppProblem implements Reason {
    /** Another application has the slug. */
    SLUG_TAKEN(409),
    /** Another application has the host name. */
    DOMAIN_TAKEN(409),
    /** It serves nobody at the moment. */
    APP_STOPPED(503),
    /** The project has no published version. */
    NOT_PUBLISHED(409),
    /** A deployment is at work. */
    DEPLOYMENT_RUNNING(409);

    private final int status;

    AppProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
