package io.nocode.foundation.passwords;

import io.nocode.shared.problem.Reason;

/** What can be wrong with a new password. */
public enum PasswordProblem implements Reason {
    WEAK_PASSWORD(400),
    /** The current password was not the account's. */
    WRONG_PASSWORD(400);

    private final int status;

    PasswordProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
