package io.nocode.studio.versions;

import io.nocode.shared.problem.Reason;

/** Why a project is not published. */
public enum PublishProblem implements Reason {
    /** Something in it does not hang together; {@code details.problems} lists all of it. */
    PROJECT_INVALID,
    /** Everybody may write tables of it, and nobody said that this is meant; {@code details.tables} names them. */
    PUBLIC_WRITE;

    @Override
    public int status() {
        return 409;
    }
}
