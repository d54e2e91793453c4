package io.nocode.studio.pages;

import io.nocode.shared.problem.Reason;

/** Why pages are not made or changed. */
public enum PageProblem implements Reason {
    /** Another page of the project has the route. */
    ROUTE_TAKEN,
    /** Another page of the project is its home page. */
    HOME_TAKEN;

    @Override
    public int status() {
        return 409;
    }
}
