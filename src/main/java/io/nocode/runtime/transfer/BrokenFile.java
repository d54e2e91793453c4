package io.nocode.runtime.transfer;

import io.nocode.shared.problem.Fault;

/** A file that cannot be read, or not with reasonable effort. */
final class BrokenFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    BrokenFile(String messageKey, Object... words) {
        super(messageKey, null, false, false);
        this.fault = new Fault(messageKey, words);
    }

    /** What to tell of it. */
    Fault fault() {
        return fault;
    }
}
