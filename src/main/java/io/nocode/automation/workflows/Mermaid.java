package io.nocode.automation.workflows;

import io.nocode.automation.engine.Edge;
import io.nocode.automation.engine.EdgeKind;
import io.nocode.automation.engine.Graph;
import io.nocode.automation.engine.Node;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Draws graphs as Mermaid flowcharts. */
final class Mermaid {
    private Mermaid() {}

    static String of(Graph graph) {
        StringBuilder text = new StringBuilder("flowchart TD\n");
        Map<UUID, String> names = new HashMap<>();
        for (Node node : graph.nodes()) {
            String name = "n" + names.size();
            names.put(node.id(), name);
            String label = '"' + escaped(node.name()) + '"';
            text.append("    ").append(name).append(shape(node.type(), label)).append('\n');
        }
        for (Edge edge : graph.edges()) {
            String label = edge.label().isEmpty()
                    ? edge.kind() == EdgeKind.DEFAULT ? "" : edge.kind().name().toLowerCase(Locale.ROOT)
                    : edge.label();
            text.append("    ")
                    .append(names.get(edge.source()))
                    .append(label.isEmpty() ? " --> " : " -->|\"" + escaped(label) + "\"| ")
                    .append(names.get(edge.target()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String shape(String type, String label) {
        return switch (type) {
            case "trigger" -> "([" + label + "])";
            case "condition", "switch" -> "{" + label + "}";
            default -> "[" + label + "]";
        };
    }

    /** Text as Mermaid's entities, so that none of it is read as syntax. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c == '_' || c == '-') {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
