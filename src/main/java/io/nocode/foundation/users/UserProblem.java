package io.nocode.foundation.users;

import io.nocode.shared.problem.Reason;

/** What can stand against a change of an account. */
public enum UserProblem implements Reason {
    EMAIL_TAKEN(409),
    /** The last active superuser stays. */
    LAST_SUPERUSER(409),
    /** Its organisations need another owner first. */
    OWNS_ORGANIZATIONS(409);

    private final int status;

    UserProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
