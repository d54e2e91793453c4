package io.nocode.automation.triggers;

import io.nocode.shared.problem.Reason;

/** Why a webhook is refused. */
public enum TriggerProblem implements Reason {
    /** The signature is missing, wrong or too old. */
    BAD_SIGNATURE(401),
    /** The configuration does not allow this method. */
    WEBHOOK_METHOD(405);

    private final int status;

    TriggerProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
