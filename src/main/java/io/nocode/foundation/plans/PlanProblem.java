package io.nocode.foundation.plans;

import io.nocode.shared.problem.Reason;

/** What a plan stands against. */
public enum PlanProblem implements Reason {
    /** The organisation's plan does not allow one more; {@code details} say of what, how many, and how many there are. */
    PLAN_LIMIT(409),
    /** Organisations are on the plan, or were; or it is the one that new ones start on. */
    PLAN_IN_USE(409),
    PLAN_NAME_TAKEN(409);

    private final int status;

    PlanProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
