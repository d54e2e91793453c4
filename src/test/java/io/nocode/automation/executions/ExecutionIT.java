package io.nocode.automation.executions;

import static io.nocode.automation.Flows.edge;
import static io.nocode.automation.Flows.ended;
import static io.nocode.automation.Flows.graph;
import static io.nocode.automation.Flows.node;
import static io.nocode.automation.Flows.start;
import static io.nocode.automation.Flows.steps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.Flows.Shop;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExecutionIT {
    private static final String BRANCHES = graph(
            String.join(
                    ",",
                    node("Start", "trigger", "{}"),
                    node("Large", "condition", "{\"expression\": \"input_data.amount > 100\"}"),
                    node("Create", "action", """
                            {"action_type": "create_record", "table": "orders",
                             "data": {"title": "{{ input_data.title }}", "amount": "{{ input_data.amount }}"}}
                            """),
                    node("Note", "action", "{\"action_type\": \"log\", \"message\": \"only {{ input_data.amount }}\"}"),
                    node("After", "transform", "{\"output\": {\"done\": true}}")),
            String.join(
                    ",",
                    edge("Start", "Large", "default"),
                    edge("Large", "Create", "true"),
                    edge("Large", "Note", "false"),
                    edge("Create", "After", "default"),
                    edge("Note", "After", "default")));

    @Test
    void theTrueBranchCreatesTheRowAndEachStepIsRecorded() {
        Shop shop = Shop.open();
        String workflow = shop.active(BRANCHES);

        Answer done = shop.owner()
                .post(workflow + "execute/", "{\"input_data\": {\"title\": \"Big\", \"amount\": 150.50}, \"wait\": 30}")
                .expect(200);

        assertThat(done.at("status").asText()).isEqualTo("completed");
        assertThat(done.at("output_data").toString()).isEqualTo("{\"done\":true}");
        assertThat(steps(done.json()))
                .containsExactly(
                        "After:completed", "Create:completed", "Large:completed", "Note:skipped", "Start:completed");
        JsonNode create = done.json().path("execution_details").findParents("node_name").stream()
                .filter(step -> step.path("node_name").asText().equals("Create"))
                .findFirst()
                .orElseThrow();
        assertThat(create.at("/output_data/amount").asText()).isEqualTo("150.50");
        assertThat(create.at("/input_data/data/title").asText()).isEqualTo("Big");
        assertThat(create.path("attempt").asInt()).isEqualTo(1);
        assertThat(shop.orders()).containsExactly("Big");
    }

    @Test
    void theFalseBranchOnlyLogs() {
        Shop shop = Shop.open();
        String workflow = shop.active(BRANCHES);

        JsonNode done = ended(shop.owner(), start(shop.owner(), workflow, "{\"title\": \"Small\", \"amount\": 15}"));

        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(steps(done)).contains("Create:skipped", "Note:completed");
        assertThat(done.path("execution_path")).hasSize(4);
        assertThat(done.at("/performance_metrics/nodes_executed").asInt()).isEqualTo(4);
        Answer logs = shop.owner()
                .get("automation/executions/" + done.path("id").asText() + "/logs/")
                .expect(200);
        assertThat(logs.at("results/0/message").asText()).isEqualTo("only 15");
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void aRefusedRowFailsTheExecutionAndRetryGoesOnFromThere() {
        Shop shop = Shop.open();
        String workflow = shop.active(BRANCHES);

        JsonNode failed = ended(shop.owner(), start(shop.owner(), workflow, "{\"title\": null, \"amount\": 200}"));

        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.at("/error/node").asText()).isEqualTo("Create");
        assertThat(failed.at("/error/message").asText()).contains("title");
        assertThat(steps(failed)).contains("Create:failed", "Large:completed");

        String path = "automation/executions/" + failed.path("id").asText() + "/retry/";
        Answer again = shop.owner().post(path).expect(202);
        JsonNode same = ended(shop.owner(), again.at("execution_id").asText());
        assertThat(same.path("status").asText()).isEqualTo("failed");
        assertThat(same.path("retry_of").asText()).isEqualTo(failed.path("id").asText());

        Answer mended = shop.owner()
                .post(path, "{\"input_data\": {\"title\": \"Mended\", \"amount\": 200}}")
                .expect(202);
        assertThat(ended(shop.owner(), mended.at("execution_id").asText())
                        .path("status")
                        .asText())
                .isEqualTo("completed");
        assertThat(shop.orders()).containsExactly("Mended");
    }

    @Test
    void aFailureCanBeRoutedOrPassedOver() {
        Shop shop = Shop.open();
        String faulty = """
                {"id": "Risky", "name": "Risky", "node_type": "transform", "on_error": "%s",
                 "config": {"output": {"x": "{{ input_data.missing }}"}}}
                """;
        String rest = node("Start", "trigger", "{}") + ","
                + node("Caught", "transform", "{\"output\": {\"why\": \"{{ nodes.Risky.error.code }}\"}}") + ","
                + node("Next", "transform", "{\"output\": {\"went\": \"on\"}}");
        String edges = String.join(
                ",",
                edge("Start", "Risky", "default"),
                edge("Risky", "Next", "default"),
                edge("Risky", "Caught", "error"));

        JsonNode routed = run(shop, graph(faulty.formatted("route") + "," + rest, edges));
        assertThat(routed.path("output_data").toString()).isEqualTo("{\"why\":\"EXPRESSION\"}");
        assertThat(steps(routed))
                .containsExactly("Caught:completed", "Next:skipped", "Risky:failed", "Start:completed");

        JsonNode passed = run(shop, graph(faulty.formatted("continue") + "," + rest, edges));
        assertThat(passed.path("output_data").toString()).isEqualTo("{\"went\":\"on\"}");

        JsonNode failed = run(shop, graph(faulty.formatted("fail") + "," + rest, edges));
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.at("/error/code").asText()).isEqualTo("EXPRESSION");
    }

    private static JsonNode run(Shop shop, String graph) {
        return ended(shop.owner(), start(shop.owner(), shop.active(graph), "{}"));
    }

    @Test
    void aSwitchVariablesAndEdgeConditionsLeadTheWay() {
        Shop shop = Shop.open();
        String nodes = String.join(
                ",",
                node("Start", "trigger", "{}"),
                node(
                        "Set",
                        "action",
                        "{\"action_type\": \"set_variable\", \"name\": \"rate\", \"value\": \"{{ 2 }}\"}"),
                node("Which", "switch", """
                        {"cases": [{"name": "red", "expression": "input_data.colour == 'red'"},
                                   {"name": "blue", "expression": "input_data.colour == 'blue'"}], "default": "other"}
                        """),
                node("Red", "transform", "{\"output\": {\"colour\": \"red\"}}"),
                node("Blue", "transform", "{\"output\": {\"twice\": \"{{ input_data.n * vars.rate }}\"}}"),
                node("Other", "error", "{\"message\": \"no {{ input_data.colour }}\"}"));
        String edges = String.join(
                ",",
                edge("Start", "Set", "default"),
                edge("Set", "Which", "default"),
                "{\"source_node\": \"Which\", \"target_node\": \"Red\", \"label\": \"red\"}",
                "{\"source_node\": \"Which\", \"target_node\": \"Blue\", \"label\": \"blue\","
                        + " \"condition\": \"input_data.n > 1\"}",
                "{\"source_node\": \"Which\", \"target_node\": \"Other\", \"label\": \"other\"}");
        String workflow = shop.active(graph(nodes, edges));

        JsonNode blue = ended(shop.owner(), start(shop.owner(), workflow, "{\"colour\": \"blue\", \"n\": 21}"));
        assertThat(blue.at("/output_data/twice").asInt()).isEqualTo(42);
        JsonNode held = ended(shop.owner(), start(shop.owner(), workflow, "{\"colour\": \"blue\", \"n\": 1}"));
        assertThat(steps(held)).contains("Blue:skipped", "Red:skipped");
        JsonNode other = ended(shop.owner(), start(shop.owner(), workflow, "{\"colour\": \"green\", \"n\": 1}"));
        assertThat(other.path("status").asText()).isEqualTo("failed");
        assertThat(other.at("/error/message").asText()).isEqualTo("no green");
    }

    @Test
    void aCancelledExecutionRunsNoFurtherStep() {
        Shop shop = Shop.open();
        String workflow = shop.active(graph(
                String.join(
                        ",",
                        node("Start", "trigger", "{}"),
                        node("Wait", "delay", "{\"duration\": \"PT2S\"}"),
                        node(
                                "Create",
                                "action",
                                "{\"action_type\": \"create_record\", \"table\": \"orders\","
                                        + " \"data\": {\"title\": \"never\"}}")),
                edge("Start", "Wait", "default") + "," + edge("Wait", "Create", "default")));
        String id = start(shop.owner(), workflow, "{}");
        Wait.until(
                () -> shop.owner()
                        .get("automation/executions/" + id + "/")
                        .at("status")
                        .asText(),
                status -> status.equals("waiting"));

        Answer cancelled =
                shop.owner().post("automation/executions/" + id + "/cancel/").expect(200);

        assertThat(cancelled.at("status").asText()).isEqualTo("cancelled");
        shop.owner().post("automation/executions/" + id + "/cancel/").refused(409, "EXECUTION_ENDED");
        // The delay of another execution is over: this one's would be too.
        JsonNode later = ended(shop.owner(), start(shop.owner(), workflow, "{}"));
        assertThat(later.path("status").asText()).isEqualTo("completed");
        assertThat(shop.orders()).containsExactly("never");
    }

    @Test
    void anExecutionThatTakesTooLongTimesOut() {
        Shop shop = Shop.open();
        String workflow = shop.active(
                "{\"timeout_seconds\": 1}",
                graph(
                        node("Start", "trigger", "{}") + "," + node("Wait", "delay", "{\"duration\": \"PT1H\"}"),
                        edge("Start", "Wait", "default")));

        JsonNode ended = ended(shop.owner(), start(shop.owner(), workflow, "{}"));

        assertThat(ended.path("status").asText()).isEqualTo("timed_out");
    }

    @Test
    void fiftyAtOnceAreEachRecordedOnce() {
        Shop shop = Shop.open();
        String workflow = shop.active(BRANCHES);

        List<String> ids = AtOnce.run(
                50, i -> start(shop.owner(), workflow, "{\"title\": \"n%02d\", \"amount\": 200}".formatted(i)));
        ids.forEach(id -> {
            JsonNode done = ended(shop.owner(), id);
            assertThat(done.path("status").asText()).isEqualTo("completed");
            assertThat(done.path("execution_details")).hasSize(5);
        });

        assertThat(new HashSet<>(ids)).hasSize(50);
        assertThat(shop.orders())
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj("n%02d"::formatted).toList());
    }

    @Test
    void concurrencyQueuesOrRefuses() {
        Shop shop = Shop.open();
        String slow = graph(
                node("Start", "trigger", "{}") + "," + node("Wait", "delay", "{\"duration\": \"PT1S\"}"),
                edge("Start", "Wait", "default"));

        String skipping = shop.active("{\"concurrency\": \"skip\"}", slow);
        String first = start(shop.owner(), skipping, "{}");
        shop.owner().post(skipping + "execute/").refused(409, "EXECUTION_OPEN");
        ended(shop.owner(), first);
        start(shop.owner(), skipping, "{}");

        String queueing = shop.active("{\"concurrency\": \"queue\"}", slow);
        List<JsonNode> inTurn =
                IntStream.range(0, 3).mapToObj(i -> start(shop.owner(), queueing, "{}")).toList().stream()
                        .map(id -> ended(shop.owner(), id))
                        .toList();
        for (int i = 1; i < inTurn.size(); i++) {
            assertThat(java.time.Instant.parse(inTurn.get(i).path("started_at").asText()))
                    .isAfterOrEqualTo(inTurn.get(i - 1).path("completed_at").asText());
        }

        String replacing = shop.active("{\"concurrency\": \"replace\"}", slow);
        String replaced = start(shop.owner(), replacing, "{}");
        String newer = start(shop.owner(), replacing, "{}");
        assertThat(ended(shop.owner(), replaced).path("status").asText()).isEqualTo("cancelled");
        assertThat(ended(shop.owner(), newer).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void runningExecutionsFinishOnTheirVersion() {
        Shop shop = Shop.open();
        String graph = graph(
                String.join(
                        ",",
                        node("Start", "trigger", "{}"),
                        node("Wait", "delay", "{\"duration\": \"PT2S\"}"),
                        node("End", "transform", "{\"output\": {\"version\": \"%s\"}}")),
                edge("Start", "Wait", "default") + "," + edge("Wait", "End", "default"));
        String workflow = shop.active(graph.replace("%s", "one"));
        String running = start(shop.owner(), workflow, "{}");

        shop.owner().put(workflow + "graph/", graph.replace("%s", "two")).expect(200);
        shop.owner().post(workflow + "activate/").expect(200);
        String next = start(shop.owner(), workflow, "{}");

        assertThat(ended(shop.owner(), running).at("/output_data/version").asText())
                .isEqualTo("one");
        assertThat(ended(shop.owner(), next).at("/output_data/version").asText())
                .isEqualTo("two");
        assertThat(shop.owner().get(workflow + "versions/").at("count").asInt()).isEqualTo(2);
    }

    @Test
    void whoMayNotIsRefused() {
        Shop shop = Shop.open();
        String workflow = shop.active(BRANCHES);
        Client viewer = People.newMember(shop.owner(), shop.organization(), "VIEWER");
        Client member = People.newMember(shop.owner(), shop.organization(), "MEMBER");
        Client stranger = People.newUser();
        String id = start(shop.owner(), workflow, "{\"title\": \"x\", \"amount\": 1}");
        String execution = "automation/executions/" + id + "/";

        viewer.get(execution).expect(200);
        viewer.post(workflow + "execute/").refused(403, "FORBIDDEN");
        viewer.post(execution + "retry/").refused(403, "FORBIDDEN");
        ended(shop.owner(), id);
        member.post(execution + "retry/").refused(403, "FORBIDDEN");
        stranger.get(execution).refused(404, "NOT_FOUND");
        stranger.post(workflow + "execute/").refused(404, "NOT_FOUND");
        stranger.post(execution + "cancel/").refused(404, "NOT_FOUND");
        assertThat(stranger.get("automation/executions/?workflow=" + workflow.split("/")[2])
                        .at("count")
                        .asInt())
                .isZero();
        Client.anonymous().get(execution).refused(401, "UNAUTHENTICATED");
    }

    @Test
    void badInputIsRefusedAndNothingBegins() {
        Shop shop = Shop.open();
        String workflow = shop.active(BRANCHES);

        shop.owner()
                .post(workflow + "execute/", "{\"wait\": 31}")
                .refused(400, "INVALID")
                .blaming("wait");
        shop.owner()
                .post(workflow + "execute/", "{\"input_data\": []}")
                .refused(400, "INVALID")
                .blaming("input_data");
        shop.owner()
                .post(workflow + "execute/", "{\"input\": {}}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("input");
        shop.owner().post(workflow + "deactivate/").expect(200);
        shop.owner().post(workflow + "execute/").refused(409, "WORKFLOW_NOT_ACTIVE");
        shop.owner()
                .get("automation/executions/?status=nope")
                .refused(400, "INVALID")
                .blaming("status");
        shop.owner()
                .get("automation/executions/?date_from=nope")
                .refused(400, "INVALID")
                .blaming("date_from");

        assertThat(shop.owner().get(workflow).at("executions_count").asInt()).isZero();
    }
}
