package io.nocode.studio.schema.formula;

import java.util.List;

/** A formula as a tree. Operators are functions whose names are their symbols. */
sealed interface Node {
    /** A value that stands in the formula. */
    record Constant(Kind kind, String text) implements Node {}

    /** Nothing. */
    record Missing() implements Node {}

    /** A field's value. */
    record Name(String name) implements Node {}

    /** A function of other values. */
    record Call(String function, List<Node> arguments) implements Node {}
}
