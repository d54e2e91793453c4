package io.nocode.automation.nodes;

import io.nocode.automation.engine.Outcome;
import io.nocode.automation.expressions.EvaluationFault;
import java.util.List;

/** A kind of node: one CDI bean each. */
public interface NodeKind {
    /** The node type, or for an action its {@code action_type}. */
    String name();

    /** Whether this is one of the actions of the node type {@code action}. */
    default boolean isAction() {
        return false;
    }

    /** What it is for, in a sentence. */
    String description();

    /** The properties of its configuration. */
    List<ConfigField> config();

    /** The kinds of the edges that may lead on from it. */
    default List<String> ports() {
        return List.of("default", "error");
    }

    /** Whether anything can lead into it. */
    default boolean hasInput() {
        return true;
    }

    /**
     * Whether its act is a change of the database that is made in the very transaction that records the step, so that
     * it happens exactly once. What it throws then undoes both.
     */
    default boolean actsWhileRecording() {
        return false;
    }

    /** Acts. What comes to nothing is an outcome, not an exception; a faulty expression may be thrown. */
    Outcome run(NodeRun run) throws EvaluationFault;
}
