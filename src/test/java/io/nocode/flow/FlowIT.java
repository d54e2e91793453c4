package io.nocode.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The typical flow, each step a real one; it runs on every supported server. */
class FlowIT {
    @Test
    void fromSignUpToRowsInADeployedApplication() {
        // Somebody signs up, follows the link in the mail and signs in.
        String email = People.newEmail();
        People.register(email).expect(201);
        People.verify(email);
        Answer login = Client.anonymous()
                .post("foundation/auth/login/", Map.of("email", email, "password", People.PASSWORD))
                .expect(200);
        Answer refreshed = Client.anonymous()
                .post(
                        "foundation/auth/refresh/",
                        Map.of("refresh", login.at("refresh").asText()))
                .expect(200);
        Client owner = Client.anonymous()
                .with("Authorization", "Bearer " + refreshed.at("access").asText());
        assertThat(owner.get("foundation/users/profile/")
                        .expect(200)
                        .at("email_verified")
                        .asBoolean())
                .isTrue();

        // An organisation, and somebody who may only look.
        String organization = People.newOrganization(owner);
        Client viewer = People.newMember(owner, organization, "VIEWER");
        assertThat(owner.get("foundation/organizations/" + organization + "/members/")
                        .expect(200)
                        .at("count")
                        .asInt())
                .isEqualTo(2);

        // A project with two related tables.
        String project = People.newProject(owner, organization);
        table(owner, project, "clients", """
                [{"name": "name", "type": "string", "required": true, "max_length": 80},
                 {"name": "email", "type": "email", "unique": true},
                 {"name": "since", "type": "date"},
                 {"name": "tier", "type": "choice", "choices": [{"value": "gold", "label": "Gold"}, {"value": "basic", "label": "Basic"}]}]
                """);
        String orders = table(owner, project, "orders", """
                [{"name": "title", "type": "string", "required": true},
                 {"name": "note", "type": "text"},
                 {"name": "quantity", "type": "integer", "min_value": 1},
                 {"name": "total", "type": "decimal", "precision": 12, "scale": 2},
                 {"name": "paid", "type": "boolean", "default": false},
                 {"name": "due", "type": "datetime"},
                 {"name": "extra", "type": "json"},
                 {"name": "client", "type": "relation", "target": "clients", "kind": "many_to_one", "on_delete": "restrict"}]
                """);

        // What is designed takes effect at once: rows in dev.
        String rows = "runtime/projects/" + project + "/tables/";
        String zoe = owner.post(
                        rows + "clients/", Map.of("name", "Zoé Müller", "email", "zoe@example.org", "tier", "gold"))
                .expect(201)
                .id();
        Answer order = owner.post(rows + "orders/", """
                        {"title": "First", "quantity": 3, "total": 10.50, "due": "2026-01-31T12:00:00Z",
                         "extra": {"colour": "blue"}, "client": "%s"}
                        """.formatted(zoe)).expect(201);
        assertThat(order.text()).contains("10.50");
        owner.post(rows + "orders/", Map.of("title", 7, "quantity", 0, "colour", "x", "client", People.newEmail()))
                .expect(400)
                .blaming("title");
        owner.post(rows + "clients/", Map.of("name", "Other", "email", "zoe@example.org"))
                .expect(409)
                .blaming("email");

        // A changed table keeps its data: a field is renamed, one is added.
        renameField(owner, orders, "note", "remark");
        owner.post(
                        "studio/schemas/" + orders + "/fields/",
                        Map.of("name", "weight", "type", "decimal", "precision", 8, "scale", 3))
                .expect(201);
        Answer kept = owner.get(rows + "orders/" + order.id() + "/").expect(200);
        assertThat(kept.json().has("remark")).isTrue();
        assertThat(kept.json().has("weight")).isTrue();
        assertThat(kept.at("title").asText()).isEqualTo("First");

        // A page with a component; the editor's state shows both.
        String page = owner.post(
                        "studio/pages/",
                        Map.of("project", project, "name", "Orders", "route", "/orders", "is_home", true))
                .expect(201)
                .id();
        owner.post(
                        "studio/components/",
                        Map.of("page", page, "component_type", "DataTable", "config", Map.of("table", "orders")))
                .expect(201);
        assertThat(owner.get("studio/editor/state/?project_id=" + project)
                        .expect(200)
                        .text())
                .contains("DataTable");

        // Published, made an application, deployed to prod, watched to its end.
        int version = owner.post("studio/projects/" + project + "/publish/", Map.of("notes", "first"))
                .expect(202)
                .at("version")
                .asInt();
        assertThat(version).isEqualTo(1);
        String app = owner.post("runtime/apps/", Map.of("project", project, "name", "Shop", "environment", "prod"))
                .expect(201)
                .id();
        String deployment = owner.post("runtime/apps/" + app + "/deploy/", Map.of("environment", "prod"))
                .expect(202)
                .at("deployment_id")
                .asText();
        JsonNode done = Wait.until(
                () -> owner.get("runtime/deployment-logs/" + deployment + "/")
                        .expect(200)
                        .json(),
                state -> !List.of("pending", "running")
                        .contains(state.path("status").asText()));
        assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("succeeded");
        assertThat(owner.get("runtime/apps/" + app + "/status/")
                        .expect(200)
                        .at("status")
                        .asText())
                .isEqualTo("deployed");

        // It is served, and the project knows of it.
        String publicUrl = owner.get("runtime/apps/" + app + "/")
                .expect(200)
                .at("public_url")
                .asText();
        assertThat(Client.anonymous().get(publicUrl).expect(200).text()).contains("Shop");
        assertThat(owner.get("studio/projects/" + project + "/deployment_status/")
                        .expect(200)
                        .text())
                .contains("\"Shop\"")
                .contains("\"deployed\"");

        // The deployed tables are prod's own: they begin empty.
        Client prod = owner.with("X-Environment", "prod");
        assertThat(prod.get("runtime/projects/" + project + "/schema/")
                        .expect(200)
                        .text())
                .contains("orders");
        assertThat(prod.get(rows + "orders/").expect(200).at("count").asInt()).isZero();
        String row = prod.post(rows + "orders/", Map.of("title", "Éclair au café", "quantity", 2))
                .expect(201)
                .id();
        prod.post(rows + "orders/", Map.of("title", "Tea", "quantity", 5)).expect(201);
        assertThat(titles(prod.get(rows + "orders/?sort_by=quantity&sort_order=desc")))
                .containsExactly("Tea", "Éclair au café");
        assertThat(titles(prod.get(rows + "orders/?search=eclair"))).containsExactly("Éclair au café");
        assertThat(titles(prod.get(rows + "orders/?filters=%7B%22quantity__gte%22%3A3%7D")))
                .containsExactly("Tea");
        Answer narrow = prod.get(rows + "orders/?fields=title&page_size=1&page=2&sort_by=title")
                .expect(200);
        assertThat(narrow.at("results").size()).isEqualTo(1);
        assertThat(narrow.at("results/0").has("quantity")).isFalse();
        assertThat(prod.patch(rows + "orders/" + row + "/", Map.of("quantity", 9))
                        .expect(200)
                        .at("title")
                        .asText())
                .isEqualTo("Éclair au café");
        prod.put(rows + "orders/" + row + "/", Map.of("title", "Only")).expect(200);
        assertThat(prod.get(rows + "orders/" + row + "/")
                        .expect(200)
                        .at("quantity")
                        .isNull())
                .isTrue();

        // The role table holds for rows: a viewer reads, and writes nothing.
        Client reader = viewer.with("X-Environment", "prod");
        reader.get(rows + "orders/").expect(200);
        reader.post(rows + "orders/", Map.of("title", "No")).refused(403, "FORBIDDEN");
        People.newUser().with("X-Environment", "prod").get(rows + "orders/").refused(404, "NOT_FOUND");
        prod.delete(rows + "orders/" + row + "/").expect(204);
        prod.get(rows + "orders/" + row + "/").refused(404, "NOT_FOUND");

        // A workflow: trigger, condition, create a record; run once for each branch.
        String workflow = workflow(owner, project);
        Answer large = run(owner, workflow, Map.of("amount", 500));
        assertThat(large.at("status").asText()).as(large.text()).isEqualTo("completed");
        assertThat(large.at("execution_details").size()).isEqualTo(3);
        Answer small = run(owner, workflow, Map.of("amount", 5));
        assertThat(small.at("status").asText()).as(small.text()).isEqualTo("completed");
        assertThat(titles(owner.get(rows + "orders/?search=workflow"))).containsExactly("From a workflow: 500");
        assertThat(owner.get("studio/projects/" + project + "/")
                        .expect(200)
                        .at("statistics/workflows_count")
                        .asInt())
                .isEqualTo(1);

        // Events are tracked, listed, exported and downloaded.
        owner.post(
                        "insights/track/",
                        Map.of(
                                "event_type",
                                "user_action",
                                "event_name",
                                "clicked",
                                "project_id",
                                project,
                                "properties",
                                Map.of("button", "=1+1")))
                .expect(201);
        assertThat(owner.get("insights/activities/?event_name=clicked&project_id=" + project)
                        .expect(200)
                        .at("results")
                        .size())
                .isEqualTo(1);
        String export = owner.post(
                        "insights/export/",
                        Map.of(
                                "organization_id",
                                organization,
                                "export_type",
                                "user_activity",
                                "format",
                                "csv",
                                "filters",
                                Map.of("project_id", project)))
                .expect(202)
                .at("export_id")
                .asText();
        JsonNode exported = Wait.until(
                () -> owner.get("insights/export/" + export + "/status/")
                        .expect(200)
                        .json(),
                state -> !List.of("pending", "running")
                        .contains(state.path("status").asText()));
        assertThat(exported.path("status").asText()).as(exported.toString()).isEqualTo("succeeded");
        assertThat(owner.get("insights/export/" + export + "/download/")
                        .expect(200)
                        .text())
                .contains("clicked");

        // And out.
        owner.post(
                        "foundation/auth/logout/",
                        Map.of("refresh", refreshed.at("refresh").asText()))
                .expect(200);
        Client.anonymous()
                .post(
                        "foundation/auth/refresh/",
                        Map.of("refresh", refreshed.at("refresh").asText()))
                .expect(401);
    }

    private static String table(Client client, String project, String name, String fields) {
        return client.post("studio/schemas/", """
                        {"project": "%s", "table_name": "%s", "display_name": "%s", "fields_config": %s}
                        """.formatted(project, name, name, fields))
                .expect(201)
                .id();
    }

    private static void renameField(Client client, String schema, String from, String to) {
        Answer fields = client.get("studio/schemas/" + schema + "/fields/").expect(200);
        JsonNode list = fields.json().isArray() ? fields.json() : fields.at("results");
        for (JsonNode field : list) {
            if (field.path("name").asText().equals(from)) {
                client.patch(
                                "studio/schemas/" + schema + "/fields/"
                                        + field.path("id").asText() + "/",
                                Map.of("name", to))
                        .expect(200);
                return;
            }
        }
        throw new AssertionError("No field " + from + " in " + fields.text());
    }

    private static String workflow(Client client, String project) {
        String workflow = client.post(
                        "automation/workflows/",
                        Map.of("name", "Large orders", "project", project, "trigger_type", "manual"))
                .expect(201)
                .id();
        client.put("automation/workflows/" + workflow + "/graph/", """
                        {"nodes": [
                          {"id": "t", "name": "start", "node_type": "trigger"},
                          {"id": "c", "name": "large", "node_type": "condition", "config": {"expression": "input_data.amount > 100"}},
                          {"id": "a", "name": "record", "node_type": "action",
                           "config": {"action_type": "create_record", "table": "orders",
                                      "data": {"title": "From a workflow: {{ string(input_data.amount) }}", "quantity": "{{ input_data.amount }}"}}}],
                         "edges": [
                          {"source_node": "t", "target_node": "c"},
                          {"source_node": "c", "target_node": "a", "kind": "true"}]}
                        """).expect(200);
        client.get("automation/workflows/" + workflow + "/validate/").expect(200);
        client.post("automation/workflows/" + workflow + "/activate/").expect(200);
        return workflow;
    }

    private static Answer run(Client client, String workflow, Map<String, Object> input) {
        String execution = client.post("automation/workflows/" + workflow + "/execute/", Map.of("input_data", input))
                .expect(202)
                .at("execution_id")
                .asText();
        return Wait.until(
                () -> client.get("automation/executions/" + execution + "/").expect(200),
                answer -> List.of("completed", "failed", "cancelled", "timed_out")
                        .contains(answer.at("status").asText()));
    }

    private static List<String> titles(Answer answer) {
        answer.expect(200);
        return answer.json().path("results").findValuesAsText("title");
    }
}
