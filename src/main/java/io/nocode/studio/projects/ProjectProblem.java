package io.nocode.studio.projects;

import io.nocode.shared.problem.Reason;

/** Why projects are not made, changed or deleted. */
public enum ProjectProblem implements Reason {
    /** Another project of the organisation has the name. */
    NAME_TAKEN,
    /** The project has rows, and the request does not name it once more. */
    CONFIRM_REQUIRED;

    @Override
    public int status() {
        return 409;
    }
}
