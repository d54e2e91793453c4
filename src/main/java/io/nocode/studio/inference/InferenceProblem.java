package io.nocode.studio.inference;

import io.nocode.shared.problem.Reason;

/** Why nothing is proposed for a file. */
public enum InferenceProblem implements Reason {
    /** It is neither CSV nor JSON with rows. */
    FILE_UNREADABLE;

    @Override
    public int status() {
        return 400;
    }
}
