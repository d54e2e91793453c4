package io.nocode.studio.components;

import io.nocode.shared.problem.Reason;

/** Why components are not placed. */
public enum ComponentProblem implements Reason {
    /** A component would be within itself. */
    MOVE_INTO_ITSELF,
    /** Components would lie in one another too deep. */
    TOO_DEEP;

    @Override
    public int status() {
        return 409;
    }
}
