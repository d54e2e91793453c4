package io.nocode.runtime.endusers;

import io.nocode.shared.problem.Reason;

/** Why somebody gets no account at an application, or is not let in. */
enum EndUserProblem implements Reason {
    /** The application makes no accounts for who just comes. */
    REGISTRATION_CLOSED(403),
    /** The password was right; the address waits to be confirmed. */
    EMAIL_NOT_VERIFIED(403);

    private final int status;

    EndUserProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
