package io.nocode.runtime.records;

import io.nocode.shared.problem.Reason;

/** Why a row is not written. */
public enum RowProblem implements Reason {
    /** Another row has the value of a field that is unique. */
    NOT_UNIQUE(409),
    /** Other rows point to the row that is to be deleted. */
    ROW_IN_USE(409),
    /** The caller sees the row, and may not do this with it. */
    ROW_FORBIDDEN(403),
    /** The row as it would be written is none that the caller may write. */
    ROW_OUTSIDE_POLICY(403),
    /** A row that is to be restored is there. */
    NOT_DELETED(409),
    /** A row cannot be again what it was. */
    CANNOT_RETURN(409),
    /** As many rows as were confirmed are not those that match. */
    NOT_CONFIRMED(409);

    private final int status;

    RowProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
