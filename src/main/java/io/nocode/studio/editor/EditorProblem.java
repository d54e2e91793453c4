package io.nocode.studio.editor;

import io.nocode.shared.problem.Reason;

/** Why the editor's changes are not taken. */
public enum EditorProblem implements Reason {
    /** Somebody else has changed the draft since; {@code details} has its revision now. */
    STALE_REVISION;

    @Override
    public int status() {
        return 409;
    }
}
