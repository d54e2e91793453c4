package io.nocode.foundation.twofactor;

import io.nocode.shared.problem.Reason;

/** What can stand against a change of the second factor. */
public enum TwoFactorProblem implements Reason {
    /** It is on already; to change the authenticator it is turned off first. */
    TWO_FACTOR_ENABLED(409),
    /** It is not on, or was not set up. */
    TWO_FACTOR_DISABLED(409),
    /** The code is wrong, too old, or was used before. */
    WRONG_OTP(400);

    private final int status;

    TwoFactorProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
