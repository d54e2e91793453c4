package io.nocode.studio.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesIT {
    private final Client owner = People.newUser();
    private final String organization = People.newOrganization(owner);
    private final String project = People.newProject(owner, organization);
    private final Answer client = table("client", "[{\"name\": \"name\", \"type\": \"string\"}]");
    private final Answer order = table("orders", """
            [{"name": "title", "type": "string"}, {"name": "amount", "type": "integer"},
             {"name": "total", "type": "formula", "expression": "amount * 2"},
             {"name": "client", "type": "relation", "target": "client"}]
            """);
    private final String policies = "studio/schemas/" + order.id() + "/policies/";

    private Answer table(String name, String fields) {
        return owner.post(
                        "studio/schemas/",
                        Json.object()
                                .put("project", project)
                                .put("table_name", name)
                                .put("display_name", name)
                                .set("fields_config", Json.parse(fields)))
                .expect(201);
    }

    @Test
    void aPolicyIsAddedShownReplacedChangedAndDeleted() {
        Answer made = owner.post(policies, """
                        {"role": "MEMBER", "action": "update", "filter": {"created_by": "$user.id"},
                         "check": {"amount__gte": 0}, "fields": ["title", "amount"]}
                        """).expect(201);
        assertThat(made.header("Location")).endsWith("/policies/" + made.id() + "/");
        assertThat(made.only("schema", "role", "action", "filter", "check", "fields"))
                .isEqualTo(Json.parse("""
                        {"schema": "%s", "role": "MEMBER", "action": "update", "filter": {"created_by": "$user.id"},
                         "check": {"amount__gte": 0}, "fields": ["title", "amount"]}
                        """.formatted(order.id())));
        String path = policies + made.id() + "/";
        Answer shown = owner.get(path).expect(200);
        assertThat(shown.json()).isEqualTo(made.json());
        owner.with("If-Match", "\"other\"").patch(path, "{\"fields\": null}").refused(412, "PRECONDITION_FAILED");
        assertThat(owner.with("If-Match", shown.header("ETag"))
                        .patch(path, "{\"fields\": null, \"check\": null}")
                        .expect(200)
                        .only("role", "check", "fields"))
                .isEqualTo(Json.parse("{\"role\": \"MEMBER\", \"check\": null, \"fields\": null}"));
        assertThat(owner.put(path, "{\"role\": \"public\", \"action\": \"read\"}")
                        .expect(200)
                        .only("id", "role", "filter"))
                .isEqualTo(Json.parse("{\"id\": \"%s\", \"role\": \"public\", \"filter\": {}}".formatted(made.id())));
        assertThat(owner.get(policies).at("results")).hasSize(1);
        owner.delete(path).expect(204);
        owner.get(path).refused(404, "NOT_FOUND");
        owner.delete(path).refused(404, "NOT_FOUND");
    }

    @Test
    void whoEditsTablesDoesNotDecideWhoSeesThem() {
        Client member = People.newMember(owner, organization, "MEMBER");
        String id = owner.post(policies, "{\"role\": \"VIEWER\", \"action\": \"read\"}")
                .expect(201)
                .id();
        member.get(policies).expect(200);
        member.get(policies + id + "/").expect(200);
        member.post(policies, "{\"role\": \"VIEWER\", \"action\": \"read\"}").refused(403, "FORBIDDEN");
        member.patch(policies + id + "/", "{\"role\": \"MEMBER\"}").refused(403, "FORBIDDEN");
        member.delete(policies + id + "/").refused(403, "FORBIDDEN");
        // Nor by a document; while one that leaves them as they are is theirs to bring.
        ObjectNode document = (ObjectNode) member.get("studio/projects/" + project + "/export/")
                .expect(200)
                .json();
        String imported = "studio/projects/import/?project_id=" + project;
        member.post(imported, document).expect(200);
        ((ObjectNode) document.at("/tables/1")).putArray("policies");
        member.post(imported, document).refused(403, "FORBIDDEN");
        assertThat(owner.get(policies).at("results")).hasSize(1);
        // Nor by a change of the table.
        member.patch("studio/schemas/" + order.id() + "/", "{\"display_name\": \"Orders\"}")
                .expect(200);
        assertThat(owner.get(policies).at("results")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"role\": \"ADMIN\", \"action\": \"read\"}                                          | role",
                "{\"role\": \"Boss\", \"action\": \"read\"}                                           | role",
                "{\"role\": \"VIEWER\", \"action\": \"look\"}                                         | action",
                "{\"role\": \"VIEWER\"}                                                               | action",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"who\": 1}                             | who",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"check\": {}}                          | check",
                "{\"role\": \"VIEWER\", \"action\": \"delete\", \"fields\": [\"title\"]}              | fields",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"fields\": [\"nosuch\"]}               | fields[0]",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"fields\": [\"title\", \"title\"]}     | fields[1]",
                "{\"role\": \"VIEWER\", \"action\": \"create\", \"fields\": [\"created_by\"]}         | fields[0]",
                "{\"role\": \"VIEWER\", \"action\": \"create\", \"fields\": [\"total\"]}              | fields[0]",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": [1]}                        | filter",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"nosuch\": 1}}            | filter.nosuch",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"amount__contains\": 1}}  | filter.amount__contains",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"amount\": \"x\"}}        | filter.amount",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"client__nosuch\": 1}}    | filter.client__nosuch",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"or\": [{\"x\": 1}]}}     | filter.or[0].x",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"title\": \"$user.x\"}}   | filter.title",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"amount\": \"$now\"}}     | filter.amount",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"amount\": \"$user.id\"}} | filter.amount",
                "{\"role\": \"VIEWER\", \"action\": \"update\", \"check\": {\"nosuch\": 1}}           | check.nosuch",
                "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"not\": {\"not\": {\"not\": {\"not\": {\"not\": {}}}}}}} | filter",
            })
    void whatAPolicyCannotMeanIsNamed(String policy, String blamed) {
        Answer refused = owner.post(policies, policy).expect(400);
        assertThat(refused.json().path("details").properties().stream().map(Map.Entry::getKey))
                .as(refused.text())
                .containsExactly(blamed);
    }

    @Test
    void aPolicyFollowsRenamedFieldsAndHoldsThoseThatItUses() {
        String id = owner.post(policies, """
                        {"role": "MEMBER", "action": "read", "fields": ["title", "amount"],
                         "filter": {"or": [{"client__name__startswith": "A"}, {"not": {"amount__gt": 5}}]}}
                        """).expect(201).id();
        String name = client.at("fields_config/0/id").asText();
        owner.patch("studio/schemas/" + client.id() + "/fields/" + name + "/", "{\"name\": \"full_name\"}")
                .expect(200);
        String amount = order.at("fields_config/1/id").asText();
        String total = order.at("fields_config/2/id").asText();
        owner.patch("studio/schemas/" + order.id() + "/fields/" + amount + "/", "{\"name\": \"number\"}")
                .expect(200);
        Answer followed = owner.get(policies + id + "/");
        assertThat(followed.only("filter", "fields")).isEqualTo(Json.parse("""
                {"filter": {"or": [{"client__full_name__startswith": "A"}, {"not": {"number__gt": 5}}]},
                 "fields": ["title", "number"]}
                """));
        owner.delete("studio/schemas/" + client.id() + "/fields/" + name + "/").refused(409, "FIELD_IN_POLICY");
        owner.delete("studio/schemas/" + order.id() + "/fields/" + total + "/").expect(204);
        assertThat(owner.delete("studio/schemas/" + order.id() + "/fields/" + amount + "/")
                        .refused(409, "FIELD_IN_POLICY")
                        .at("details/policies/0")
                        .asText())
                .startsWith("orders.policies[0].filter");
        // A field that is only named goes out of the list.
        String title = order.at("fields_config/0/id").asText();
        owner.delete("studio/schemas/" + order.id() + "/fields/" + title + "/").expect(204);
        assertThat(owner.get(policies + id + "/").at("fields")).isEqualTo(Json.parse("[\"number\"]"));
    }

    @Test
    void policiesGoWithTheirTableIntoVersionsAndDocuments() {
        owner.post(policies, "{\"role\": \"MEMBER\", \"action\": \"read\", \"filter\": {\"amount\": 1}}")
                .expect(201);
        owner.post("studio/projects/" + project + "/publish/", Map.of()).expect(202);
        String id = owner.get(policies).at("results/0/id").asText();
        owner.delete(policies + id + "/").expect(204);
        assertThat(owner.get("studio/projects/" + project + "/diff/?from=1&to=draft")
                        .at("tables/changed"))
                .hasSize(1);
        owner.post("studio/projects/" + project + "/versions/1/restore/", Map.of())
                .expect(200);
        assertThat(owner.get(policies).at("results/0/id").asText()).isEqualTo(id);

        String text =
                owner.get("studio/projects/" + project + "/export/").expect(200).text();
        assertThat(text).contains("\"policies\"").doesNotContain(id);
        JsonNode plan = owner.post("studio/projects/import/?mode=plan&project_id=" + project, text)
                .expect(200)
                .json();
        assertThat(plan.at("/tables/changed")).isEmpty();
        ObjectNode copy = (ObjectNode) Json.parse(text);
        ((ObjectNode) copy.path("settings")).put("name", "A copy of it");
        Answer made = owner.post("studio/projects/import/?organization_id=" + organization, copy);
        assertThat(made.status()).as(made.text()).isIn(200, 201);
        ObjectNode broken = copy.deepCopy();
        ((ObjectNode) broken.at("/tables/1/policies/0/filter")).put("nosuch", 1);
        ((ObjectNode) broken.path("settings")).put("name", "Another copy of it");
        owner.post("studio/projects/import/?organization_id=" + organization, broken)
                .refused(400, "INVALID")
                .blaming("tables[1].policies[0].filter.nosuch");
    }

    @Test
    void whatThePublicMayWriteIsPublishedOnlyWhenThatIsMeant() {
        owner.post(policies, "{\"role\": \"public\", \"action\": \"read\"}").expect(201);
        owner.post("studio/projects/" + project + "/publish/", Map.of()).expect(202);
        owner.post(policies, "{\"role\": \"public\", \"action\": \"create\"}").expect(201);
        assertThat(owner.post("studio/projects/" + project + "/publish/", Map.of())
                        .refused(409, "PUBLIC_WRITE")
                        .at("details/tables"))
                .isEqualTo(Json.parse("[\"orders\"]"));
        owner.post("studio/projects/" + project + "/publish/", Map.of("confirm_public_write", true))
                .expect(202);
    }
}
