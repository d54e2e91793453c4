package io.nocode.insights.exports;

import io.nocode.shared.problem.Reason;

/** Why an export's file is not to be had. */
enum ExportProblem implements Reason {
    EXPORT_RUNNING(409),
    EXPORT_FAILED(409),
    EXPORT_EXPIRED(410);

    private final int status;

    ExportProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
