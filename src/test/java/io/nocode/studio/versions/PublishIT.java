package io.nocode.studio.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishIT {
    private static Client owner;
    private static String organization;
    private String project;
    private String table;
    private String page;

    @BeforeAll
    static void anOrganization() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
    }

    @BeforeEach
    void aProjectWithATableAndAPage() {
        project = People.newProject(owner, organization);
        table = owner.post("studio/schemas/", """
                {"project": "%s", "table_name": "clients", "display_name": "Clients",
                 "fields_config": [{"name": "name", "type": "string"}]}""".formatted(project))
                .expect(201)
                .id();
        page = owner.post(
                        "studio/pages/",
                        Map.of("project", project, "name", "Clients", "route", "/clients", "is_home", true))
                .expect(201)
                .id();
    }

    @Test
    void aVersionStaysAsItWasFrozen() {
        component("{\"table\": \"clients\", \"columns\": [{\"field\": \"name\"}]}");
        Answer published = publish().expect(202);
        assertThat(published.only("project_id", "version", "status")).isEqualTo(Json.parse("""
                {"project_id": "%s", "version": 1, "status": "succeeded"}""".formatted(project)));
        Answer frozen = owner.get(published.header("Location")).expect(200);
        assertThat(frozen.at("id")).isEqualTo(published.at("generation_task_id"));
        assertThat(frozen.at("content/pages/0/components/0/component_type").asText())
                .isEqualTo("DataTable");

        owner.patch("studio/pages/" + page + "/", "{\"name\": \"Other\"}").expect(200);
        assertThat(owner.get(published.header("Location")).json()).isEqualTo(frozen.json());
        assertThat(publish().expect(202).at("version").asInt()).isEqualTo(2);
        Answer versions = owner.get("studio/projects/" + project + "/versions/").expect(200);
        assertThat(versions.at("results/0/number").asInt()).isEqualTo(2);
        assertThat(versions.at("results/0/content_hash")).isNotEqualTo(versions.at("results/1/content_hash"));
        assertThat(owner.get("studio/projects/" + project + "/").at("status").asText())
                .isEqualTo("published");
    }

    @Test
    void everyProblemIsListedAndNothingIsFrozen() {
        component("{\"table\": \"clients\", \"columns\": [{\"field\": \"nmae\"}]}");
        component("{\"table\": \"gone\"}");
        owner.post("studio/pages/", Map.of("project", project, "name", "One", "route", "/c/:id"))
                .expect(201);
        owner.post("studio/pages/", Map.of("project", project, "name", "Two", "route", "/c/:name"))
                .expect(201);
        Answer refused = publish().refused(409, "PROJECT_INVALID");
        assertThat(refused.at("details/problems").findValuesAsText("code"))
                .containsExactlyInAnyOrder("ROUTE_AMBIGUOUS", "FIELD_GONE", "TABLE_GONE");
        assertThat(owner.get("studio/projects/" + project + "/versions/")
                        .at("count")
                        .asInt())
                .isZero();
        owner.get("studio/projects/" + project + "/versions/1/").refused(404, "NOT_FOUND");
    }

    @Test
    void whereTheApplicationLeadsThereMustBeAPage() {
        owner.post("studio/pages/", Map.of("project", project, "name", "One", "route", "/clients/:id"))
                .expect(201);
        component(
                "{\"table\": \"clients\", \"on_row_click\": [{\"action\": \"navigate\", \"to\": \"/clients/{{record.id}}?tab=1\"},"
                        + " {\"action\": \"navigate\", \"to\": \"https://example.org/\"}, {\"action\": \"navigate\", \"to\": \"/gone/\"}]}");
        Answer refused = publish().refused(409, "PROJECT_INVALID");
        assertThat(refused.at("details/problems").findValuesAsText("code")).containsExactly("PAGE_GONE");
        assertThat(refused.at("details/problems/0/where").asText())
                .isEqualTo("/clients DataTable config.on_row_click[2].to");
    }

    @Test
    void onlyAnAdminPublishes() {
        People.newMember(owner, organization, "MEMBER")
                .post("studio/projects/" + project + "/publish/")
                .refused(403, "FORBIDDEN");
        People.newUser().post("studio/projects/" + project + "/publish/").refused(404, "NOT_FOUND");
    }

    @Test
    void anUnpublishedProjectIsADraftWithItsVersions() {
        publish().expect(202);
        Answer draft = owner.post("studio/projects/" + project + "/unpublish/").expect(200);
        assertThat(draft.at("status").asText()).isEqualTo("draft");
        Answer status =
                owner.get("studio/projects/" + project + "/deployment_status/").expect(200);
        assertThat(status.at("generation/status").asText()).isEqualTo("succeeded");
        assertThat(status.at("version").asInt()).isEqualTo(1);
    }

    @Test
    void aProjectWithRowsGoesOnlyWhenItIsNamed() {
        owner.post("runtime/projects/" + project + "/tables/clients/", "{\"name\": \"x\"}")
                .expect(201);
        String slug = owner.get("studio/projects/" + project + "/").at("slug").asText();
        owner.delete("studio/projects/" + project + "/")
                .refused(409, "CONFIRM_REQUIRED")
                .blaming("confirm");
        owner.delete("studio/projects/" + project + "/?confirm=no").refused(409, "CONFIRM_REQUIRED");
        owner.delete("studio/projects/" + project + "/?confirm=" + slug).expect(204);
        owner.get("studio/projects/" + project + "/").refused(404, "NOT_FOUND");
        owner.get("studio/schemas/" + table + "/").refused(404, "NOT_FOUND");
        owner.get("runtime/projects/" + project + "/tables/clients/").refused(404, "NOT_FOUND");
    }

    private Answer publish() {
        return owner.post("studio/projects/" + project + "/publish/", Map.of("notes", "As it is"));
    }

    private void component(String config) {
        owner.post("studio/components/", """
                {"page": "%s", "component_type": "DataTable", "config": %s}""".formatted(page, config)).expect(201);
    }
}
