package io.nocode.studio.schema;

import io.nocode.shared.problem.Fault;

/** A value that a field cannot hold; carries the message that says why, and no stack trace. */
public final class ValueFault extends RuntimeException {
    private final transient Fault fault;

    public ValueFault(String messageKey, Object... words) {
        super(messageKey, null, false, false);
        this.fault = new Fault(messageKey, words);
    }

    /** What to tell of the field. */
    public Fault fault() {
        return fault;
    }
}
