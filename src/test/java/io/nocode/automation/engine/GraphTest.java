package io.nocode.automation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Graphs are written as {@code "t>a a>b"}; the node t is the trigger. */
class GraphTest {
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Graph graph(String text) {
        Map<String, Node> nodes = new java.util.LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (String part : text.split(" ")) {
            String[] ends = part.split(">");
            for (String name : ends) {
                nodes.put(name, new Node(id(name), name, name.startsWith("t") ? "trigger" : "log", OnError.FAIL));
            }
            if (ends.length == 2) {
                edges.add(new Edge(id(part), id(ends[0]), id(ends[1]), EdgeKind.DEFAULT, "", ""));
            }
        }
        return Graph.of(List.copyOf(nodes.values()), edges);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    # graph,                    findings
                    t>a a>b,                    ''
                    t>a t>b a>c b>c,            ''
                    t,                          ''
                    a>b,                        workflow.no_trigger
                    t>a t2>a,                   workflow.several_triggers
                    t>a b,                      workflow.not_connected b
                    t>a b>c,                    workflow.not_connected b;workflow.not_connected c
                    t>a a>t,                    workflow.edge_into_trigger t;workflow.on_circle t;workflow.on_circle a
                    t>a a>b b>a b>c,            workflow.on_circle a;workflow.on_circle b
                    t>a a>a,                    workflow.on_circle a
                    """)
    void whatKeepsAGraphFromBeingRunIsFound(String text, String expected) {
        String found = GraphCheck.of(graph(text)).stream()
                .map(finding -> finding.key()
                        + (finding.node() == null ? "" : " " + finding.node().name()))
                .collect(Collectors.joining(";"));

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"t>a a>b, 1", "t>a t>b a>c b>c c>d c>e, 4", "t, 1", "t>a a>b b>a, 0"})
    void pathsAreCounted(String text, long expected) {
        assertThat(graph(text).paths()).isEqualTo(expected);
    }

    @Test
    void sixtyDiamondsInARowDoNotOverflow() {
        StringBuilder text = new StringBuilder("t>n0");
        for (int i = 0; i < 70; i++) {
            text.append(" n%1$d>a%1$d n%1$d>b%1$d a%1$d>n%2$d b%1$d>n%2$d".formatted(i, i + 1));
        }

        assertThat(graph(text.toString()).paths()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # graph,            settled before (taken edges),  now,  taken,        ready, skipped
                    t>a a>b,            '',                            t,    t>a,          a,     ''
                    t>a t>b,            '',                            t,    t>a t>b,      a b,   ''
                    t>a t>b,            '',                            t,    t>a,          a,     b
                    t>a t>b b>c c>d,    '',                            t,    t>a,          a,     b c d
                    t>a t>b a>c b>c,    '',                            t,    t>a t>b,      a b,   ''
                    t>a t>b a>c b>c,    't=t>a,t>b',                   a,    a>c,          '',    ''
                    t>a t>b a>c b>c,    't=t>a,t>b;a=a>c',             b,    b>c,          c,     ''
                    t>a t>b a>c b>c,    '',                            t,    t>a,          a,     b
                    t>a t>b a>c b>c,    't=t>a;b=',                    a,    a>c,          c,     ''
                    t>a t>b a>c b>c,    't=t>a,t>b;a=',                b,    '',           '',    c
                    t>a a>b,            't=t>a;a=a>b',                 b,    '',           '',    ''
                    """)
    void whatFollowsAStepIsDecided(String text, String before, String now, String taken, String ready, String skipped) {
        Map<UUID, Set<UUID>> settled = new HashMap<>();
        for (String one : before.isEmpty() ? new String[0] : before.split(";")) {
            String[] parts = one.split("=", 2);
            settled.put(id(parts[0]), ids(parts[1].replace(',', ' ')));
        }

        Flow.Next next = Flow.next(graph(text), settled, id(now), ids(taken));

        assertThat(next.ready()).isEqualTo(ids(ready));
        assertThat(next.skipped()).isEqualTo(ids(skipped));
    }

    private static Set<UUID> ids(String names) {
        return java.util.Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(GraphTest::id)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # port,  case,  edge kind, label, leads on
                    DEFAULT, ,      DEFAULT,   '',    true
                    DEFAULT, ,      DEFAULT,   x,     true
                    DEFAULT, ,      ERROR,     '',    false
                    DEFAULT, red,   DEFAULT,   red,   true
                    DEFAULT, red,   DEFAULT,   blue,  false
                    TRUE,    ,      TRUE,      '',    true
                    TRUE,    ,      FALSE,     '',    false
                    TRUE,    ,      DEFAULT,   '',    true
                    ERROR,   ,      ERROR,     '',    true
                    ERROR,   ,      DEFAULT,   '',    false
                    """)
    void aPortLeadsToItsEdges(EdgeKind port, String name, EdgeKind kind, String label, boolean expected) {
        Edge edge = new Edge(id("e"), id("a"), id("b"), kind, label, "");

        assertThat(new Port(port, name).leadsTo(edge)).isEqualTo(expected);
    }
}
