package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentsIT {
    private static final String TWO_FIELDS = """
            [{"name": "title", "type": "string", "required": true}, {"name": "note", "type": "text"}]
            """;

    private Client owner;
    private String organization;
    private String project;
    private String schema;

    @BeforeEach
    void aPublishedProjectWithOneTable() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        project = People.newProject(owner, organization);
        schema = owner.post("studio/schemas/", """
                        {"project": "%s", "table_name": "orders", "display_name": "Orders", "fields_config": %s}
                        """.formatted(project, TWO_FIELDS))
                .expect(201)
                .id();
        publish();
    }

    @Test
    void anApplicationIsMadeOfThePublishedVersionAndItsBundleIsGenerated() {
        Answer created = owner.post("runtime/apps/", Map.of("project", project, "name", "Café & co"))
                .expect(201);
        assertThat(created.at("slug").asText()).startsWith("cafe-co");
        assertThat(created.at("environment").asText()).isEqualTo("prod");
        assertThat(created.at("version").asInt()).isEqualTo(1);
        assertThat(created.header("Location")).endsWith("/runtime/apps/" + created.id() + "/");
        Wait.until(
                () -> owner.get("runtime/apps/" + created.id() + "/")
                        .at("status")
                        .asText(),
                "generated"::equals);
    }

    @Test
    void anUnpublishedProjectHasNothingToRun() {
        String draft = People.newProject(owner, organization);
        owner.post("runtime/apps/", Map.of("project", draft, "name", "Early")).refused(409, "NOT_PUBLISHED");
    }

    @Test
    void everyStepIsStoredAndTheTablesAreThere() {
        JsonNode done = deployed(app(), Map.of());
        assertThat(done.path("steps"))
                .extracting(step -> step.path("name").asText())
                .containsExactly("validate", "backup", "migrate", "publish_routes", "health_check", "go_live");
        assertThat(done.path("steps"))
                .allSatisfy(step -> assertThat(step.path("status").asText()).isEqualTo("succeeded"));
        prod().get(rows()).expect(200);
    }

    @Test
    void anAddedColumnKeepsTheRows() {
        String app = app();
        deployed(app, Map.of());
        String row = prod().post(rows(), Map.of("title", "First")).expect(201).id();
        owner.post("studio/schemas/" + schema + "/fields/", Map.of("name", "amount", "type", "integer"))
                .expect(201);
        assertThat(prod().get(rows() + row + "/").expect(200).json().has("amount"))
                .as("what is designed is not live before it is deployed")
                .isFalse();
        publish();
        deployed(app, Map.of());
        Answer kept = prod().get(rows() + row + "/").expect(200);
        assertThat(kept.at("title").asText()).isEqualTo("First");
        assertThat(kept.json().has("amount")).isTrue();
        assertThat(owner.get("runtime/apps/" + app + "/status/")
                        .expect(200)
                        .at("live_version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whatTakesDataAwayNeedsConsentAndIsBackedUp() {
        String app = app();
        deployed(app, Map.of());
        prod().post(rows(), Map.of("title", "First", "note", "precious")).expect(201);
        dropField("note");
        publish();
        Answer refused =
                owner.post("runtime/apps/" + app + "/deploy/", Map.of()).refused(409, "DATA_LOSS");
        assertThat(refused.at("details/losses/0/field").asText()).isEqualTo("note");
        assertThat(prod().get(rows()).expect(200).at("results/0/note").asText()).isEqualTo("precious");
        JsonNode done = deployed(app, Map.of("allow_data_loss", true));
        assertThat(done.at("/steps/1/details/rows_by_table/orders").asInt()).isEqualTo(1);
        assertThat(prod().get(rows()).expect(200).at("results/0").has("note")).isFalse();
    }

    @Test
    void whatDoesNotFitFailsAndLeavesEverythingAsItWas() {
        String app = app();
        deployed(app, Map.of());
        prod().post(rows(), Map.of("title", "No note")).expect(201);
        owner.post("studio/schemas/" + schema + "/fields/", Map.of("name", "code", "type", "string", "required", true))
                .expect(201);
        publish();
        JsonNode failed = ended(app, Map.of());
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("error_code").asText()).isEqualTo("DATA_DOES_NOT_FIT");
        assertThat(failed.at("/steps/5/status").asText()).isEqualTo("cancelled");
        assertThat(failed.path("error").asText())
                .contains("\"table\":\"" + failed.findValue("table").asText());
        assertThat(failed.findValue("rows").get(0).path("id").asText()).isNotEmpty();
        assertThat(prod().get(rows()).expect(200).at("results/0").has("code")).isFalse();
        Answer status = owner.get("runtime/apps/" + app + "/status/").expect(200);
        assertThat(status.at("status").asText()).isEqualTo("deployment_failed");
        assertThat(status.at("live_version").asInt()).isEqualTo(1);
        String retried = owner.post(
                        "runtime/deployment-logs/" + failed.path("id").asText() + "/retry/")
                .expect(202)
                .at("deployment_id")
                .asText();
        assertThat(end(retried).path("status").asText()).isEqualTo("failed");
    }

    @Test
    void aRollbackBringsTheEarlierTablesBack() {
        String app = app();
        owner.post("runtime/apps/" + app + "/rollback/", Map.of()).refused(409, "NOTHING_TO_ROLL_BACK_TO");
        deployed(app, Map.of());
        owner.post("studio/schemas/" + schema + "/fields/", Map.of("name", "amount", "type", "integer"))
                .expect(201);
        publish();
        deployed(app, Map.of());
        prod().post(rows(), Map.of("title", "First", "amount", 7)).expect(201);
        owner.post("runtime/apps/" + app + "/rollback/", Map.of()).refused(409, "DATA_LOSS");
        String back = owner.post("runtime/apps/" + app + "/rollback/", Map.of("allow_data_loss", true))
                .expect(202)
                .at("deployment_id")
                .asText();
        assertThat(end(back).path("status").asText()).isEqualTo("succeeded");
        Answer row = prod().get(rows()).expect(200);
        assertThat(row.at("results/0/title").asText()).isEqualTo("First");
        assertThat(row.at("results/0").has("amount")).isFalse();
    }

    @Test
    void ofSeveralDeploymentsAtOnceOneIsTaken() {
        String app = app();
        List<Integer> statuses = java.util.stream.IntStream.range(0, 8)
                .parallel()
                .mapToObj(i ->
                        owner.post("runtime/apps/" + app + "/deploy/", Map.of()).status())
                .toList();
        assertThat(statuses).containsOnly(202, 409).contains(202);
        Wait.until(
                () -> owner.get("runtime/apps/" + app + "/logs/")
                        .expect(200)
                        .json()
                        .path("results")
                        .findValuesAsText("status"),
                all -> !all.contains("pending") && !all.contains("running"));
        assertThat(owner.get("runtime/apps/" + app + "/status/").at("status").asText())
                .isEqualTo("deployed");
    }

    @Test
    void othersSeeNothingAndViewersChangeNothing() {
        String app = app();
        Client stranger = People.newUser();
        stranger.get("runtime/apps/" + app + "/").refused(404, "NOT_FOUND");
        stranger.post("runtime/apps/" + app + "/deploy/", Map.of()).refused(404, "NOT_FOUND");
        assertThat(stranger.get("runtime/apps/?project=" + project)
                        .expect(200)
                        .at("count")
                        .asInt())
                .isZero();
        Client viewer = People.newMember(owner, organization, "VIEWER");
        viewer.get("runtime/apps/" + app + "/").expect(200);
        viewer.post("runtime/apps/" + app + "/deploy/", Map.of()).refused(403, "FORBIDDEN");
        viewer.patch("runtime/apps/" + app + "/", Map.of("name", "Mine")).refused(403, "FORBIDDEN");
    }

    @Test
    void aSlugIsOnesOwn() {
        String slug = "slug-" + project;
        owner.post("runtime/apps/", Map.of("project", project, "name", "One", "slug", slug))
                .expect(201);
        owner.post("runtime/apps/", Map.of("project", project, "name", "Two", "slug", slug))
                .refused(409, "SLUG_TAKEN")
                .blaming("slug");
        owner.post("runtime/apps/", Map.of("project", project, "name", "", "slug", "A--b", "status", "deployed"))
                .refused(400, "UNKNOWN_FIELD")
                .blaming("slug");
    }

    @Test
    void whatEndedIsNeitherCancelledNorTriedAgain() {
        JsonNode done = deployed(app(), Map.of());
        String log = "runtime/deployment-logs/" + done.path("id").asText() + "/";
        owner.post(log + "cancel/").refused(409, "NOT_CANCELLABLE");
        owner.post(log + "retry/").refused(409, "NOT_FAILED");
    }

    private String app() {
        return owner.post("runtime/apps/", Map.of("project", project, "name", "Desk"))
                .expect(201)
                .id();
    }

    private JsonNode deployed(String app, Map<String, Object> request) {
        JsonNode end = ended(app, request);
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("succeeded");
        return end;
    }

    private JsonNode ended(String app, Map<String, Object> request) {
        Answer accepted =
                owner.post("runtime/apps/" + app + "/deploy/", request).expect(202);
        assertThat(accepted.at("app_status").asText()).isEqualTo("deployment_pending");
        return end(accepted.at("deployment_id").asText());
    }

    private JsonNode end(String deployment) {
        return Wait.until(
                () -> owner.get("runtime/deployment-logs/" + deployment + "/")
                        .expect(200)
                        .json(),
                state -> !List.of("pending", "running")
                        .contains(state.path("status").asText()));
    }

    private void publish() {
        owner.post("studio/projects/" + project + "/publish/", Map.of()).expect(202);
    }

    private void dropField(String name) {
        for (JsonNode field :
                owner.get("studio/schemas/" + schema + "/fields/").expect(200).at("results")) {
            if (field.path("name").asText().equals(name)) {
                owner.delete("studio/schemas/" + schema + "/fields/"
                                + field.path("id").asText() + "/")
                        .expect(204);
            }
        }
    }

    private Client prod() {
        return owner.with("X-Environment", "prod");
    }

    private String rows() {
        return "runtime/projects/" + project + "/tables/orders/";
    }
}
