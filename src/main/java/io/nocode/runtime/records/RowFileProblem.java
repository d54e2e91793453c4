package io.nocode.runtime.records;

import io.nocode.shared.problem.Reason;

/** Why a file is not taken. */
enum RowFileProblem implements Reason {
    /** It is larger than its field, or the installation, takes. */
    FILE_TOO_LARGE(413);

    private final int status;

    RowFileProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
