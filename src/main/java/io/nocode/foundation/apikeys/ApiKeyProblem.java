package io.nocode.foundation.apikeys;

import io.nocode.shared.problem.Reason;

/** What can stand against a new API key. */
public enum ApiKeyProblem implements Reason {
    /** Nobody has so many keys of one organisation at work. */
    LIMIT_API_KEYS(409);

    private final int status;

    ApiKeyProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
