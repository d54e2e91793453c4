package io.nocode.studio.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageMakingIT {
    private Client owner;
    private String project;
    private String table;

    @BeforeEach
    void aTable() {
        owner = People.newUser();
        project = People.newProject(owner, People.newOrganization(owner));
        table = owner.post("studio/schemas/", """
                {"project": "%s", "table_name": "clients", "display_name": "Clients", "fields_config": [
                  {"name": "name", "type": "string", "required": true}, {"name": "n", "type": "autonumber"},
                  {"name": "secret", "type": "text", "visible_in_list": false},
                  {"name": "tags", "type": "relation", "target": "clients", "kind": "many_to_many"}]}""".formatted(project))
                .expect(201)
                .id();
    }

    @Test
    void listDetailAndFormsLeadToEachOtherAndCanBePublished() {
        Answer made =
                owner.post("studio/pages/generate/", Map.of("schema", table)).expect(201);
        assertThat(made.at("results").findValuesAsText("route"))
                .containsExactly("/clients", "/clients/:id", "/clients/new", "/clients/:id/edit");
        JsonNode list = components(made.at("results/0/id").asText());
        assertThat(list.toString())
                .contains("/clients/{{record.id}}", "/clients/new")
                .doesNotContain("secret");
        JsonNode form = components(made.at("results/2/id").asText());
        assertThat(form.at("/0/config/fields").findValuesAsText("field")).containsExactly("name", "secret");
        assertThat(components(made.at("results/3/id").asText())
                        .at("/0/config/record_id")
                        .asText())
                .isEqualTo("{{page.params.id}}");
        owner.post("studio/projects/" + project + "/publish/").expect(202);

        Answer again = owner.with("Accept-Language", "fr")
                .post("studio/pages/generate/", Map.of("schema", table, "kinds", List.of("list")))
                .expect(201);
        assertThat(again.at("results").findValuesAsText("route")).containsExactly("/clients-2");
        owner.post("studio/pages/generate/", Map.of("schema", table, "kinds", List.of("map")))
                .refused(400, "INVALID");
        owner.post("studio/pages/generate/", Map.of("schema", project)).refused(404, "NOT_FOUND");
        People.newUser().post("studio/pages/generate/", Map.of("schema", table)).refused(404, "NOT_FOUND");
    }

    @Test
    void aCopyHasAllThatLiesOnThePageAndARouteOfItsOwn() {
        Answer made =
                owner.post("studio/pages/generate/", Map.of("schema", table)).expect(201);
        String original = made.at("results/1/id").asText();
        Answer copy = owner.post("studio/pages/" + original + "/duplicate/").expect(201);
        assertThat(copy.at("route").asText()).isEqualTo("/copy/clients/:id");
        assertThat(copy.at("is_home").asBoolean()).isFalse();
        JsonNode theirs = components(original);
        JsonNode own = components(copy.id());
        assertThat(own.findValuesAsText("component_type")).isEqualTo(theirs.findValuesAsText("component_type"));
        assertThat(own.findValuesAsText("id")).doesNotContainAnyElementsOf(theirs.findValuesAsText("id"));
        owner.delete("studio/pages/" + original + "/").expect(204);
        assertThat(components(copy.id()).size()).isEqualTo(own.size());
        assertThat(owner.post("studio/pages/" + copy.id() + "/duplicate/")
                        .expect(201)
                        .at("route")
                        .asText())
                .isEqualTo("/copy/copy/clients/:id");
    }

    private JsonNode components(String page) {
        JsonNode tree =
                owner.get("studio/pages/" + page + "/components/").expect(200).json();
        return tree.isArray() ? tree : tree.path("results");
    }
}
