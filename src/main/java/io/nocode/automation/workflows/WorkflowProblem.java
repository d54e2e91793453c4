package io.nocode.automation.workflows;

import io.nocode.shared.problem.Reason;

/** Why something about workflows is refused. */
public enum WorkflowProblem implements Reason {
    /** A project has as many workflows as it may. */
    LIMIT_WORKFLOWS(409),
    /** Something keeps the workflow from being activated; every problem is named. */
    WORKFLOW_INVALID(409),
    /** Only an active workflow is run. */
    WORKFLOW_NOT_ACTIVE(409),
    NODE_NAME_TAKEN(409),
    /** A workflow has as many nodes as it may. */
    LIMIT_NODES(409),
    EDGE_EXISTS(409),
    /** An edge that leads to where it comes from. */
    SELF_EDGE(409);

    private final int status;

    WorkflowProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
