package io.nocode.studio.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryIT {
    private Client owner;
    private String organization;
    private String project;
    private String table;
    private String page;

    @BeforeEach
    void aPublishedProject() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        project = People.newProject(owner, organization);
        table = owner.post("studio/schemas/", """
                {"project": "%s", "table_name": "clients", "display_name": "Clients",
                 "fields_config": [{"name": "name", "type": "string"}, {"name": "age", "type": "integer"}]}""".formatted(project))
                .expect(201)
                .id();
        page = owner.post("studio/pages/", Map.of("project", project, "name", "Clients", "route", "/clients"))
                .expect(201)
                .id();
        owner.post("studio/components/", """
                {"page": "%s", "component_type": "DataTable", "config": {"table": "clients"}}""".formatted(page)).expect(201);
        owner.post("studio/projects/" + project + "/publish/").expect(202);
    }

    @Test
    void aDiffTellsWhatHasComeChangedAndGoneAndTheMigration() {
        owner.patch("studio/schemas/" + table + "/", """
                {"allow_data_loss": true, "fields_config": [
                  {"name": "name", "type": "text"}, {"name": "email", "type": "email"}]}""").expect(200);
        owner.post("studio/pages/", Map.of("project", project, "name", "Other", "route", "/other"))
                .expect(201);
        Answer diff = owner.get("studio/projects/" + project + "/diff/?from=1&to=draft")
                .expect(200);
        assertThat(diff.at("fields")).isEqualTo(Json.parse("""
                {"added": [{"name": "clients.email", "properties": []}],
                 "changed": [{"name": "clients.name", "properties": ["max_length", "min_length", "pattern", "type"]}],
                 "removed": [{"name": "clients.age", "properties": []}]}"""));
        assertThat(diff.at("pages/added/0/name").asText()).isEqualTo("/other");
        assertThat(diff.at("components/changed").size()).isZero();
        assertThat(diff.at("migration").findValuesAsText("effect")).contains("destructive", "blocking", "safe");
        assertThat(owner.get("studio/projects/" + project + "/diff/?from=1&to=1")
                        .expect(200)
                        .at("migration")
                        .size())
                .isZero();
        owner.get("studio/projects/" + project + "/diff/?from=9").refused(404, "NOT_FOUND");
        owner.get("studio/projects/" + project + "/diff/?from=x")
                .refused(400, "INVALID")
                .blaming("from");
        People.newUser().get("studio/projects/" + project + "/diff/?from=1").refused(404, "NOT_FOUND");
    }

    @Test
    void aRestoredVersionIsTheDraftAgainWithTheRowsThatAreThere() {
        String rows = "runtime/projects/" + project + "/tables/clients/";
        String row =
                owner.post(rows, "{\"name\": \"Ada\", \"age\": 5}").expect(201).id();
        owner.patch("studio/schemas/" + table + "/", """
                {"table_name": "people", "fields_config": [
                  {"name": "age", "type": "integer"}, {"name": "name", "type": "string"}, {"name": "x", "type": "text"}]}""").expect(200);
        owner.delete("studio/pages/" + page + "/").expect(204);
        owner.patch("runtime/projects/" + project + "/tables/people/" + row + "/", "{\"x\": \"new\"}")
                .expect(200);
        String restore = "studio/projects/" + project + "/versions/1/restore/";
        owner.post(restore).refused(409, "DATA_LOSS");
        Answer restored = owner.post(restore, "{\"allow_data_loss\": true}").expect(200);
        assertThat(restored.at("fields/removed/0/name").asText()).isEqualTo("people.x");
        assertThat(restored.at("migration/losses/0/count").asInt()).isEqualTo(1);
        assertThat(owner.get(rows + row + "/").expect(200).only("name", "age"))
                .isEqualTo(Json.parse("{\"name\": \"Ada\", \"age\": 5}"));
        assertThat(owner.get("studio/pages/" + page + "/components/")
                        .expect(200)
                        .text())
                .contains("DataTable");
        Answer diff = owner.get("studio/projects/" + project + "/diff/?from=1").expect(200);
        assertThat(diff.text()).doesNotContain("properties");
        People.newMember(owner, organization, "MEMBER").post(restore).refused(403, "FORBIDDEN");
    }

    @Test
    void whatAWorkflowLeadsToMustBeThere() {
        String workflow = owner.post("automation/workflows/", Map.of("project", project, "name", "Greet"))
                .expect(201)
                .id();
        owner.put("automation/workflows/" + workflow + "/graph/", """
                {"nodes": [{"id": "t", "name": "start", "node_type": "trigger"},
                           {"id": "a", "name": "write", "node_type": "action", "action_type": "create_record",
                            "config": {"table": "nowhere", "data": {"a": 1}}}],
                 "edges": [{"source_node": "t", "target_node": "a"}]}""").expect(200);
        Answer refused = owner.post("studio/projects/" + project + "/publish/").refused(409, "PROJECT_INVALID");
        assertThat(refused.at("details/problems/0/code").asText()).isEqualTo("TABLE_GONE");
        assertThat(refused.at("details/problems/0/where").asText()).isEqualTo("Greet: write");
    }
}
