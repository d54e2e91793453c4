package io.nocode.automation.expressions;

/** An expression that came to no value with this data, or cost too much. Its message is fit for the workflow's author. */
public final class EvaluationFault extends Exception {
    private static final long serialVersionUID = 1L;

    EvaluationFault(String message) {
        super(message);
    }
}
