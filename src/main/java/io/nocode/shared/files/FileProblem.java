package io.nocode.shared.files;

import io.nocode.shared.problem.Reason;

/** Why a file is not sent. */
enum FileProblem implements Reason {
    RANGE_NOT_SATISFIABLE(416);

    private final int status;

    FileProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
