package io.nocode.studio.documents;

import io.nocode.shared.problem.Reason;

/** Why a document is not taken. */
public enum DocumentProblem implements Reason {
    /** It is of a later version of the format than this installation knows. */
    DOCUMENT_TOO_NEW;

    @Override
    public int status() {
        return 400;
    }
}
