package io.nocode.automation.executions;

import io.nocode.shared.problem.Reason;

/** Why something about executions is refused. */
public enum ExecutionProblem implements Reason {
    /** The workflow's executions do not overlap, and one is open. */
    EXECUTION_OPEN(409),
    /** The execution has ended already. */
    EXECUTION_ENDED(409),
    /** The execution has not ended yet. */
    EXECUTION_NOT_ENDED(409);

    private final int status;

    ExecutionProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
