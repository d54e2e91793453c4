package io.nocode.foundation.auth;

import io.nocode.shared.problem.Reason;

/** Why somebody is not let in. */
public enum AuthProblem implements Reason {
    /** The e-mail is unknown or the password wrong; which of them is not told. */
    INVALID_CREDENTIALS(401),
    ACCOUNT_DISABLED(403),
    /** A token that is forged, expired, or whose sign-in has ended. */
    INVALID_TOKEN(401),
    /** A refresh token was used again long after it was spent: its sign-in has been ended. */
    TOKEN_REUSED(401),
    /** The token of an e-mailed link is unknown, used, or too old. */
    INVALID_LINK(400),
    /** The password was right; a code of the authenticator is needed too. */
    OTP_REQUIRED(401),
    /** The code is wrong, too old, or was used before. */
    INVALID_OTP(401);

    private final int status;

    AuthProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
