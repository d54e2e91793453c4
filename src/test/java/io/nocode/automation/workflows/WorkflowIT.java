package io.nocode.automation.workflows;

import static io.nocode.automation.Flows.edge;
import static io.nocode.automation.Flows.graph;
import static io.nocode.automation.Flows.node;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.Flows.Shop;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowIT {
    private static final String TWO = graph(
            node("Start", "trigger", "{}") + "," + node("End", "transform", "{\"output\": {}}"),
            edge("Start", "End", "default"));

    @Test
    void aWorkflowIsMadeChangedAndDeleted() {
        Shop shop = Shop.open();
        Answer made = shop.owner()
                .post("automation/workflows/", Map.of("name", "  Orders ", "project", shop.project()))
                .expect(201);
        String path = "automation/workflows/" + made.id() + "/";
        assertThat(made.header("Location")).endsWith(path);
        assertThat(made.only("name", "status", "trigger_type", "nodes_count", "success_rate")
                        .toString())
                .isEqualTo(
                        "{\"name\":\"Orders\",\"trigger_type\":\"manual\",\"status\":\"draft\",\"nodes_count\":0,\"success_rate\":null}");

        Answer patched = shop.owner()
                .patch(path, "{\"description\": \"d\", \"settings\": {\"max_retries\": 5}}")
                .expect(200);
        assertThat(patched.at("settings/max_retries").asInt()).isEqualTo(5);
        assertThat(patched.at("settings/timeout_seconds").asInt()).isEqualTo(3600);
        assertThat(patched.at("name").asText()).isEqualTo("Orders");

        Answer seen = shop.owner().get(path).expect(200);
        shop.owner()
                .with("If-Match", "\"other\"")
                .put(path, "{\"name\": \"x\"}")
                .refused(412, "PRECONDITION_FAILED");
        shop.owner()
                .with("If-Match", seen.header("ETag"))
                .put(path, "{\"name\": \"x\"}")
                .expect(200);
        shop.owner().delete(path).expect(204);
        shop.owner().get(path).refused(404, "NOT_FOUND");
    }

    @Test
    void everyFaultOfABodyIsNamed() {
        Shop shop = Shop.open();
        shop.owner()
                .post(
                        "automation/workflows/",
                        "{\"name\": \"\", \"project\": \"%s\", \"trigger_type\": \"never\", \"owner\": 1}"
                                .formatted(shop.project()))
                .refused(400, "UNKNOWN_FIELD")
                .blaming("name")
                .blaming("trigger_type")
                .blaming("owner");
        shop.owner()
                .post("automation/workflows/", """
                        {"name": "x", "project": "%s", "trigger_type": "cron",
                         "trigger_config": {"cron": "61 * * * *", "timezone": "Mars/Base"}}
                        """.formatted(shop.project()))
                .refused(400, "INVALID")
                .blaming("trigger_config.cron")
                .blaming("trigger_config.timezone");
        shop.owner()
                .get("automation/workflows/?project=nope")
                .refused(400, "INVALID")
                .blaming("project");
        assertThat(shop.owner()
                        .get("automation/workflows/?project=" + shop.project())
                        .at("count")
                        .asInt())
                .isZero();
    }

    @Test
    void aFaultyExpressionIsRefusedWithItsPathLineAndColumn() {
        Shop shop = Shop.open();
        String path = "automation/workflows/"
                + shop.owner()
                        .post("automation/workflows/", Map.of("name", "W", "project", shop.project()))
                        .id()
                + "/";

        Answer condition = shop.owner()
                .post(
                        path + "nodes/",
                        "{\"name\": \"C\", \"node_type\": \"condition\", \"config\": {\"expression\": \"input_data.a >\\n nope\"}}")
                .refused(400, "INVALID");
        assertThat(condition.json().at("/details/config.expression").asText()).startsWith("Line 2, column 2:");

        Answer template = shop.owner()
                .with("Accept-Language", "fr")
                .post(path + "nodes/", """
                        {"name": "C", "node_type": "action",
                         "config": {"action_type": "create_record", "table": "orders", "data": {"title": "Hi {{ 1 + }}"}}}
                        """)
                .refused(400, "INVALID");
        assertThat(template.json().at("/details/config.data.title").asText()).startsWith("Ligne 1, colonne 11");

        Answer put = shop.owner()
                .put(
                        path + "graph/",
                        graph(
                                node("T", "trigger", "{}") + ","
                                        + node("X", "transform", "{\"output\": {\"a\": \"{{ x }}\"}}"),
                                ""))
                .refused(400, "INVALID");
        assertThat(put.json().at("/details").has("nodes[1].config.output.a")).isTrue();
        assertThat(shop.owner().get(path + "nodes/").at("count").asInt()).isZero();
    }

    @Test
    void nodesAndEdgesAreKept() {
        Shop shop = Shop.open();
        String path = shop.active(TWO);
        Answer node = shop.owner()
                .post(
                        path + "nodes/",
                        "{\"name\": \"Log\", \"node_type\": \"action\", \"config\": {\"action_type\": \"log\", \"message\": \"m\"}}")
                .expect(201);
        assertThat(node.at("action_type").asText()).isEqualTo("log");
        shop.owner()
                .post(path + "nodes/", "{\"name\": \"Log\", \"node_type\": \"trigger\"}")
                .refused(409, "NODE_NAME_TAKEN");
        shop.owner()
                .post(path + "nodes/", "{\"name\": \"N\", \"node_type\": \"http_request\"}")
                .refused(400, "INVALID")
                .blaming("node_type");
        shop.owner()
                .post(path + "nodes/", "{\"name\": \"N\", \"node_type\": \"condition\", \"config\": {\"expr\": \"1\"}}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("config.expr");
        shop.owner()
                .patch(
                        path + "nodes/" + node.id() + "/",
                        "{\"config\": {\"message\": \"other\"}, \"on_error\": \"continue\"}")
                .expect(200);

        JsonNode graph = shop.owner().get(path + "graph/").json();
        String start = graph.at("/nodes/0/id").asText();
        String body = "{\"source_node\": \"%s\", \"target_node\": \"%s\"}";
        Answer made = shop.owner()
                .post(path + "edges/", body.formatted(start, node.id()))
                .expect(201);
        shop.owner().post(path + "edges/", body.formatted(start, node.id())).refused(409, "EDGE_EXISTS");
        shop.owner().post(path + "edges/", body.formatted(start, start)).refused(409, "SELF_EDGE");
        shop.owner()
                .post(path + "edges/", body.formatted(start, made.id()))
                .refused(400, "INVALID")
                .blaming("target_node");
        shop.owner().delete(path + "nodes/" + node.id() + "/").expect(204);
        shop.owner().get(path + "edges/" + made.id() + "/").refused(404, "NOT_FOUND");
        shop.owner()
                .post(
                        path + "nodes/batch_create/",
                        "{\"nodes\": [{\"name\": \"A\", \"node_type\": \"trigger\"}, {\"name\": \"A\", \"node_type\": \"trigger\"}]}")
                .refused(409, "NODE_NAME_TAKEN");
        assertThat(shop.owner().get(path + "nodes/").at("count").asInt()).isEqualTo(2);
    }

    @Test
    void aWholeGraphIsReplacedAndItsIdsAreMapped() {
        Shop shop = Shop.open();
        String path = shop.active(TWO);
        JsonNode before = shop.owner().get(path + "graph/").json();
        String kept = before.at("/nodes/0/id").asText();

        Answer put =
                shop.owner().put(path + "graph/", """
                        {"nodes": [{"id": "%s", "name": "End", "node_type": "trigger"},
                                   {"id": "new", "name": "Start", "node_type": "delay", "config": {"duration": "PT1S"}}],
                         "edges": [{"source_node": "%s", "target_node": "new"}], "layout": {"zoom": 2}}
                        """.formatted(kept, kept)).expect(200);

        assertThat(put.at("ids/" + kept).asText()).isEqualTo(kept);
        assertThat(put.at("ids/new").asText()).isNotEqualTo("new");
        assertThat(put.at("metadata/total_nodes").asInt()).isEqualTo(2);
        assertThat(put.at("metadata/execution_paths").asInt()).isEqualTo(1);
        assertThat(shop.owner().get(path + "graph/?format=mermaid").expect(200).text())
                .startsWith("flowchart TD\n");
        shop.owner().get(path + "graph/?format=dot").refused(400, "INVALID").blaming("format");
    }

    @Test
    void circlesAndLooseEndsKeepAWorkflowFromBeingActivated() {
        Shop shop = Shop.open();
        String path = shop.workflow(
                "",
                graph(
                        String.join(
                                ",",
                                node("Start", "trigger", "{}"),
                                node("A", "transform", "{\"output\": {}}"),
                                node("B", "condition", "{}"),
                                node("Loose", "transform", "{\"output\": {}}")),
                        String.join(
                                ",",
                                edge("Start", "A", "default"),
                                edge("A", "B", "default"),
                                edge("B", "A", "true"))));

        Answer refused = shop.owner().post(path + "activate/").refused(409, "WORKFLOW_INVALID");

        assertThat(refused.json().at("/details/problems").findValuesAsText("check"))
                .contains("nodes_connected", "no_circular_dependencies", "required_inputs");
        Answer validated = shop.owner().get(path + "validate/").expect(200);
        assertThat(validated.at("can_execute").asBoolean()).isFalse();
        assertThat(validated.json().path("errors").findValuesAsText("node_name"))
                .contains("A", "B", "Loose");
        assertThat(shop.owner().get(path).at("status").asText()).isEqualTo("draft");
    }

    @Test
    void aCopyIsADraftOfItsOwn() {
        Shop shop = Shop.open();
        String path = shop.active(TWO);

        Answer copy = shop.owner().post(path + "duplicate/").expect(201);

        assertThat(copy.at("status").asText()).isEqualTo("draft");
        assertThat(copy.at("nodes_count").asInt()).isEqualTo(2);
        assertThat(copy.at("edges_count").asInt()).isEqualTo(1);
        shop.owner().post("automation/workflows/" + copy.id() + "/activate/").expect(200);
    }

    @Test
    void whoMayNotIsRefused() {
        Shop shop = Shop.open();
        String path = shop.active(TWO);
        Client viewer = People.newMember(shop.owner(), shop.organization(), "VIEWER");
        Client stranger = People.newUser();
        String body = "{\"name\": \"W\", \"project\": \"%s\"}".formatted(shop.project());

        viewer.get(path).expect(200);
        viewer.get(path + "graph/").expect(200);
        viewer.post("automation/workflows/", body).refused(403, "FORBIDDEN");
        viewer.post(path + "activate/").refused(403, "FORBIDDEN");
        viewer.delete(path).refused(403, "FORBIDDEN");
        stranger.get(path).refused(404, "NOT_FOUND");
        stranger.get(path + "graph/").refused(404, "NOT_FOUND");
        stranger.put(path + "graph/", TWO).refused(404, "NOT_FOUND");
        stranger.post("automation/workflows/", body).refused(404, "NOT_FOUND");
        assertThat(stranger.get("automation/workflows/?project=" + shop.project())
                        .at("count")
                        .asInt())
                .isZero();
        Client.anonymous().get(path).refused(401, "UNAUTHENTICATED");
    }

    @Test
    void theLimitHoldsHoweverManyComeAtOnce() {
        Shop shop = Shop.open();
        String body = "{\"name\": \"W\", \"project\": \"%s\"}".formatted(shop.project());
        for (int i = 0; i < 45; i++) {
            shop.owner().post("automation/workflows/", body).expect(201);
        }

        List<Answer> answers = AtOnce.run(20, i -> shop.owner().post("automation/workflows/", body));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(5);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.refused(409, "LIMIT_WORKFLOWS"));
    }

    @Test
    void onlyNodeTypesThatRunAreListed() {
        Shop shop = Shop.open();

        Answer types = shop.owner().get("automation/node-types/").expect(200);

        assertThat(types.json().path("results").findValuesAsText("type"))
                .contains("action", "condition", "delay", "error", "switch", "transform", "trigger")
                .doesNotContain("http_request", "loop");
    }
}
