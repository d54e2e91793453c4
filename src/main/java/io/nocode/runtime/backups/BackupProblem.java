package io.nocode.runtime.backups;

import io.nocode.shared.problem.Reason;

/** Why a backup, a restoration or a copy is refused. */
enum BackupProblem implements Reason {
    /** Nothing is deployed there. */
    NOTHING_DEPLOYED(409),
    /** The backup is not made yet, or could not be made. */
    BACKUP_NOT_READY(409),
    /** What an environment holds would be replaced: somebody has to say that this is meant. */
    REPLACE_NOT_CONFIRMED(409),
    /** A deployment, a restoration or a copy is at work there. */
    ENVIRONMENT_BUSY(409),
    /** The backup is being made. */
    BACKUP_RUNNING(409),
    /** A backup, a restoration, a copy or a deployment is at work in a project that would go. */
    PROJECT_BUSY(409),
    /** The environment has a schedule already. */
    SCHEDULE_EXISTS(409),
    /** Rows that are not copied lead to some that would be gone, or the other way round. */
    ROWS_MISSING(409),
    /** A masked value is not one that the field may hold. */
    MASK_DOES_NOT_FIT(409);

    private final int status;

    BackupProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
