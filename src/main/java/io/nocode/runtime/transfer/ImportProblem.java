package io.nocode.runtime.transfer;

import io.nocode.shared.problem.Reason;

/** Why an import is refused. */
enum ImportProblem implements Reason {
    /** The file cannot be read; the words say why. */
    UNREADABLE_FILE(400),
    /** It has ended: there is nothing to cancel. */
    IMPORT_OVER(409);

    private final int status;

    ImportProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
