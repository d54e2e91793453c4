package io.nocode.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The database goes away and comes back; the server dies in the middle. */
@DisabledIfSystemProperty(
        named = "nocode.test.url",
        matches = ".+",
        disabledReason = "needs an installation of its own")
class FaultsIT {
    @Test
    void aDatabaseThatGoesAwayIsA503AndThenEverythingWorksAgain() {
        Client owner = People.newUser();
        String organization = People.newOrganization(owner);
        String path = "foundation/organizations/" + organization + "/";
        TestInstallation.get().postgres().restartAround(() -> {
            Answer away = owner.get(path);
            away.refused(503, "DATABASE_UNAVAILABLE");
            assertThat(away.header("Retry-After")).isNotEmpty();
            assertThat(Client.anonymous().get("/health/ready").status()).isEqualTo(503);
            assertThat(Client.anonymous().get("/health/live").status()).isEqualTo(200);
        });
        Wait.until(() -> owner.get(path).status(), status -> status == 200);
        owner.patch(path, Map.of("description", "still here")).expect(200);
        Client.anonymous().get("/health/ready").expect(200);
    }

    @Test
    void aServerThatIsKilledLeavesNothingHanging() {
        Client owner = People.newUser();
        String organization = People.newOrganization(owner);
        String project = People.newProject(owner, organization);
        owner.post(
                        "studio/schemas/",
                        Map.of(
                                "project",
                                project,
                                "table_name",
                                "things",
                                "display_name",
                                "Things",
                                "fields_config",
                                List.of(Map.of("name", "title", "type", "string"))))
                .expect(201);
        owner.post("studio/projects/" + project + "/publish/", Map.of()).expect(202);
        String app = owner.post("runtime/apps/", Map.of("project", project, "name", "App"))
                .expect(201)
                .id();
        String workflow = workflow(owner, project);
        String deployment = owner.post("runtime/apps/" + app + "/deploy/", Map.of())
                .expect(202)
                .at("deployment_id")
                .asText();
        List<String> executions = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> owner.post(
                                "automation/workflows/" + workflow + "/execute/", Map.of("input_data", Map.of("n", i)))
                        .expect(202)
                        .at("execution_id")
                        .asText())
                .toList();

        TestInstallation.get().killAndRestart();

        String ended = Wait.until(
                () -> owner.get("runtime/deployment-logs/" + deployment + "/")
                        .expect(200)
                        .at("status")
                        .asText(),
                status -> !List.of("pending", "running").contains(status));
        assertThat(ended).isIn("succeeded", "failed");
        for (String execution : executions) {
            String status = Wait.until(
                    () -> owner.get("automation/executions/" + execution + "/")
                            .expect(200)
                            .at("status")
                            .asText(),
                    state -> !List.of("queued", "running").contains(state));
            assertThat(status).isEqualTo("completed");
        }
        String rows = "runtime/projects/" + project + "/tables/things/";
        assertThat(owner.get(rows).expect(200).at("count").asInt()).isEqualTo(10);
        Client prod = owner.with("X-Environment", "prod");
        assertThat(prod.get(rows).status()).isEqualTo(ended.equals("succeeded") ? 200 : 404);
        if (ended.equals("failed")) {
            owner.post("runtime/deployment-logs/" + deployment + "/retry/").expect(202);
            Wait.until(() -> prod.get(rows).status(), status -> status == 200);
        }
    }

    static String workflow(Client owner, String project) {
        String workflow = owner.post(
                        "automation/workflows/",
                        Map.of("name", "Make a thing", "project", project, "trigger_type", "manual"))
                .expect(201)
                .id();
        owner.put("automation/workflows/" + workflow + "/graph/", """
                        {"nodes": [
                          {"id": "t", "name": "start", "node_type": "trigger"},
                          {"id": "a", "name": "record", "node_type": "action",
                           "config": {"action_type": "create_record", "table": "things",
                                      "data": {"title": "{{ string(input_data.n) }}"}}}],
                         "edges": [{"source_node": "t", "target_node": "a"}]}
                        """).expect(200);
        owner.post("automation/workflows/" + workflow + "/activate/").expect(200);
        return workflow;
    }
}
