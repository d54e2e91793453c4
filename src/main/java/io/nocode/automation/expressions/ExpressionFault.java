package io.nocode.automation.expressions;

/** An expression that cannot be: found when it is saved. */
public final class ExpressionFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    ExpressionFault(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** The line within the text that was given, from 1. */
    public int line() {
        return line;
    }

    /** The column within that line, from 1. */
    public int column() {
        return column;
    }
}
