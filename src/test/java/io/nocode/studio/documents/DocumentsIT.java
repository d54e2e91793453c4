package io.nocode.studio.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocumentsIT {
    private static Client owner;
    private static String organization;
    private static String project;

    @BeforeAll
    static void aProjectWithEverything() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        project = People.newProject(owner, organization);
        table("country", """
                [{"name": "name", "type": "string", "required": true, "unique": true},
                 {"name": "area", "type": "decimal", "precision": 20, "scale": 3, "min_value": 0}]""");
        String city = table("city", """
                [{"name": "name", "type": "string", "label": "Nom"},
                 {"name": "country", "type": "relation", "target": "country", "display_field": "name"},
                 {"name": "twins", "type": "relation", "target": "city", "kind": "many_to_many"},
                 {"name": "people", "type": "integer", "default": 0},
                 {"name": "size", "type": "choice", "choices": ["small", {"value": "big", "label": "Big", "color": "#f00"}]},
                 {"name": "label", "type": "formula", "expression": "upper(name) & ' ' & people"}]""");
        owner.post("studio/schemas/" + city + "/indexes/", "{\"fields\": [\"country\", \"name\"], \"unique\": true}")
                .expect(201);
        String page =
                owner.post("studio/pages/", """
                {"project": "%s", "name": "Cities", "route": "/cities", "is_home": true, "config": {"theme": {"a": 1.50}}}""".formatted(project)).expect(201).id();
        String container = owner.post(
                        "studio/components/", "{\"page\": \"%s\", \"component_type\": \"Container\"}".formatted(page))
                .expect(201)
                .id();
        owner.post("studio/components/", """
                {"page": "%s", "component_type": "DataTable", "parent": "%s", "config": {"table": "city"},
                 "position": {"x": 1, "y": 2}, "visible_if": "user.email"}""".formatted(page, container)).expect(201);
        String workflow = owner.post("automation/workflows/", Map.of("project", project, "name", "Grow"))
                .expect(201)
                .id();
        owner.put("automation/workflows/" + workflow + "/graph/", """
                {"nodes": [{"id": "t", "name": "start", "node_type": "trigger"},
                           {"id": "a", "name": "write", "node_type": "action", "action_type": "create_record",
                            "config": {"table": "country", "data": {"name": "x"}}}],
                 "edges": [{"source_node": "t", "target_node": "a"}]}""").expect(200);
    }

    @Test
    void exportedImportedAndExportedAgainIsTheSameToTheByte() {
        String document = export(project);
        assertThat(document).doesNotContain(project).doesNotContain("\"id\"").endsWith("}\n");
        Answer plan = owner.post("studio/projects/import/?mode=plan", document).expect(200);
        assertThat(plan.at("project").isNull()).isTrue();
        assertThat(plan.at("tables/added").findValuesAsText("name")).containsExactly("city", "country");

        Client other = People.newUser();
        String theirs = People.newOrganization(other);
        Answer made = other.post("studio/projects/import/?organization_id=" + theirs, document)
                .expect(201);
        assertThat(made.header("Location")).endsWith(made.at("project/id").asText() + "/");
        String copy = made.at("project/id").asText();
        String again =
                other.get("studio/projects/" + copy + "/export/").expect(200).text();
        assertThat(again).isEqualTo(document);

        String rows = "runtime/projects/" + copy + "/tables/";
        String france = other.post(rows + "country/", "{\"name\": \"France\"}")
                .expect(201)
                .id();
        Answer paris = other.post(rows + "city/", "{\"name\": \"Paris\", \"country\": \"%s\"}".formatted(france))
                .expect(201);
        assertThat(paris.at("label").asText()).isEqualTo("PARIS 0");

        Answer nothing = other.post("studio/projects/import/?mode=plan&project_id=" + copy, document)
                .expect(200);
        assertThat(nothing.at("migration/steps").size()).isZero();
        assertThat(nothing.at("tables").toString()
                        + nothing.at("fields")
                        + nothing.at("pages")
                        + nothing.at("components"))
                .doesNotContain("name");
        other.post("studio/projects/import/?project_id=" + copy, document).expect(200);
        assertThat(other.get("studio/projects/" + copy + "/export/").expect(200).text())
                .isEqualTo(document);
        assertThat(other.get(rows + "city/").expect(200).at("count").asInt()).isEqualTo(1);
    }

    @Test
    void anUpdateIsPlannedFirstAndTakesNothingAwayUnasked() {
        String copy = imported();
        String rows = "runtime/projects/" + copy + "/tables/country/";
        owner.post(rows, "{\"name\": \"France\", \"area\": 1.5}").expect(201);
        ObjectNode document = document();
        ArrayNode fields = (ArrayNode) document.at("/tables/1/fields_config");
        assertThat(document.at("/tables/1/table_name").asText()).isEqualTo("country");
        fields.remove(1);
        fields.addObject().put("name", "code").put("type", "string").put("max_length", 2);
        document.withObjectProperty("settings").put("name", "Renamed " + copy);
        String into = "studio/projects/import/?project_id=" + copy;
        Answer plan = owner.post(into + "&mode=plan", document).expect(200);
        assertThat(plan.at("fields/added/0/name").asText()).isEqualTo("country.code");
        assertThat(plan.at("fields/removed/0/name").asText()).isEqualTo("country.area");
        assertThat(plan.at("migration/losses/0/count").asInt()).isEqualTo(1);
        assertThat(owner.get(rows).at("results/0").has("code")).isFalse();
        owner.post(into, document).refused(409, "DATA_LOSS");
        assertThat(owner.get(rows).at("results/0").has("area")).isTrue();
        Answer done = owner.post(into + "&allow_data_loss=true", document).expect(200);
        assertThat(done.at("project/name").asText()).isEqualTo("Renamed " + copy);
        assertThat(owner.get(rows).at("results/0").has("code")).isTrue();
    }

    @Test
    void aDocumentOfALaterVersionSaysSo() {
        ObjectNode document = document();
        document.put("format_version", 2).put("something_new", true);
        owner.post("studio/projects/import/", document).refused(400, "DOCUMENT_TOO_NEW");
    }

    @Test
    void whatIsWrongIsNamedByItsPathAndNothingIsMade() {
        ObjectNode document = document();
        ((ObjectNode) document.at("/tables/0/fields_config/0")).put("type", "nonsense");
        ((ObjectNode) document.at("/pages/0")).put("route", "cities");
        owner.post("studio/projects/import/", document).refused(400, "INVALID").blaming("pages[0].route");
        ((ObjectNode) document.at("/pages/0")).put("route", "/cities");
        ((ObjectNode) document.at("/pages/0/components/0")).put("component_type", "Nothing");
        int before = owner.get("studio/projects/").at("count").asInt();
        owner.post("studio/projects/import/?organization_id=" + organization, document)
                .refused(400, "INVALID")
                .blaming("tables[0].fields_config[0].type")
                .blaming("pages[0].components[0].component_type");
        document = document();
        document.put("id", project);
        owner.post("studio/projects/import/", document)
                .refused(400, "UNKNOWN_FIELD")
                .blaming("id");
        document = document();
        ((ObjectNode) document.at("/workflows/0/nodes/0")).put("node_type", "exec");
        document.withObjectProperty("settings").put("name", "Broken workflow");
        owner.post("studio/projects/import/?organization_id=" + organization, document)
                .expect(400);
        assertThat(owner.get("studio/projects/").at("count").asInt()).isEqualTo(before);
    }

    @Test
    void whoMayNotSeeItMayNotExportItNorImportIntoIt() {
        Client stranger = People.newUser();
        stranger.get("studio/projects/" + project + "/export/").refused(404, "NOT_FOUND");
        stranger.post("studio/projects/import/?project_id=" + project, document())
                .refused(404, "NOT_FOUND");
        stranger.post("studio/projects/import/?organization_id=" + organization, document())
                .refused(404, "NOT_FOUND");
        Client viewer = People.newMember(owner, organization, "VIEWER");
        viewer.get("studio/projects/" + project + "/export/").expect(200);
        viewer.post("studio/projects/import/?project_id=" + project, document()).refused(403, "FORBIDDEN");
    }

    private static String imported() {
        ObjectNode document = document();
        document.withObjectProperty("settings").put("name", "Copy " + System.nanoTime());
        return owner.post("studio/projects/import/?organization_id=" + organization, document)
                .expect(201)
                .at("project/id")
                .asText();
    }

    private static ObjectNode document() {
        return (ObjectNode) Json.parse(export(project));
    }

    private static String export(String id) {
        return owner.get("studio/projects/" + id + "/export/").expect(200).text();
    }

    private static String table(String name, String fields) {
        return owner.post("studio/schemas/", """
                {"project": "%s", "table_name": "%s", "display_name": "T", "fields_config": %s}""".formatted(project, name, fields))
                .expect(201)
                .id();
    }
}
