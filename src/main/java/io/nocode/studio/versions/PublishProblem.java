package io.nocode.studio.versions;

import io.nocode.shared.problem.Reason;

/** Why a project is not published. */
public enum PublishProblem implements Reason {
    /** Something in it does not hang together; {@code details.problems} lists all of it. */
    PROJECT_INVALID;

    @Override
    public int status() {
        return 409;
    }
}
