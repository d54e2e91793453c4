package io.nocode.studio.editor;

import io.nocode.shared.problem.Reason;

/** Why the editor's changes are not taken. */
public enum EditorProblem implements Reason {
    /** Somebody else has changed the draft since; {@code details} has its revision now. */
    STALE_REVISION,
    /** The caller has changed nothing that could be undone. */
    NOTHING_TO_UNDO,
    /** The caller has undone nothing since the last change. */
    NOTHING_TO_REDO,
    /** Others have since changed what the change was about. */
    CHANGED_BY_OTHERS;

    @Override
    public int status() {
        return 409;
    }
}
