package io.nocode.automation.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.automation.engine.Edge;
import io.nocode.automation.engine.EdgeKind;
import io.nocode.automation.engine.Graph;
import io.nocode.automation.engine.Node;
import io.nocode.automation.engine.OnError;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MermaidTest {
    @Test
    void namesAreNeverSyntax() {
        Node start = new Node(new UUID(0, 1), "Start", "trigger", OnError.FAIL);
        Node check = new Node(new UUID(0, 2), "a\"] --> x; <b>", "condition", OnError.FAIL);
        Node end = new Node(new UUID(0, 3), "End", "log", OnError.FAIL);
        Graph graph = Graph.of(
                List.of(start, check, end),
                List.of(
                        new Edge(new UUID(0, 4), start.id(), check.id(), EdgeKind.DEFAULT, "", ""),
                        new Edge(new UUID(0, 5), check.id(), end.id(), EdgeKind.TRUE, "", "")));

        assertThat(Mermaid.of(graph)).isEqualTo("""
                        flowchart TD
                            n0(["Start"])
                            n1{"a#34;#93; --#62; x#59; #60;b#62;"}
                            n2["End"]
                            n0 --> n1
                            n1 -->|"true"| n2
                        """);
    }
}
