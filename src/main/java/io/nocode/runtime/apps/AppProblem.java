package io.nocode.runtime.apps;

import io.nocode.shared.problem.Reason;

/** Why something about an application is refused. */
enum AppProblem implements Reason {
    /** Another application has the slug. */
    SLUG_TAKEN(409),
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
