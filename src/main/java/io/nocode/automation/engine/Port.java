package io.nocode.automation.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where execution leaves a node.
 *
 * @param label where not null, only the edges with this label
 */
public record Port(EdgeKind kind, @Nullable String label) {
    public static final Port DEFAULT = new Port(EdgeKind.DEFAULT, null);
    public static final Port TRUE = new Port(EdgeKind.TRUE, null);
    public static final Port FALSE = new Port(EdgeKind.FALSE, null);
    public static final Port ERROR = new Port(EdgeKind.ERROR, null);

    /** The port of a switch's case. */
    public static Port caseOf(String name) {
        return new Port(EdgeKind.DEFAULT, name);
    }

    /** Whether an edge leads on from here. A condition's default edges are taken either way. */
    boolean leadsTo(Edge edge) {
        boolean decided = kind == EdgeKind.TRUE || kind == EdgeKind.FALSE;
        return (edge.kind() == kind || (decided && edge.kind() == EdgeKind.DEFAULT))
                && (label == null || label.equals(edge.label()));
    }
}
