package io.nocode.runtime.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A version holds the project's workflows, and whatever compares versions names them. */
class WorkflowVersionsIT {
    private final Desk desk = new Desk();

    @Test
    void aPlanNamesTheWorkflowsThatComeChangeAndGo() {
        desk.table("orders", "[{\"name\": \"title\", \"type\": \"string\"}]");
        String invite = workflow("Invite");
        String remind = workflow("Remind");
        desk.publish();
        assertThat(told(desk.plan())).containsExactly("add_workflow Invite", "add_workflow Remind");
        desk.deploy(Map.of());
        assertThat(told(desk.plan())).isEmpty();

        desk.owner.patch(invite, Map.of("description", "Asks people in")).expect(200);
        desk.owner.delete(remind).expect(204);
        workflow("Thank");
        assertThat(told(desk.plan())).as("the draft is no version yet").isEmpty();
        desk.publish();
        assertThat(told(desk.plan()))
                .containsExactlyInAnyOrder("change_workflow Invite", "remove_workflow Remind", "add_workflow Thank");

        JsonNode diff = desk.owner
                .get("studio/projects/" + desk.project + "/diff/?from=1&to=2")
                .expect(200)
                .json()
                .path("workflows");
        assertThat(diff.at("/added/0/name").asText()).isEqualTo("Thank");
        assertThat(diff.at("/changed/0/name").asText()).isEqualTo("Invite");
        assertThat(diff.at("/changed/0/properties/0").asText()).isEqualTo("description");
        assertThat(diff.at("/removed/0/name").asText()).isEqualTo("Remind");
    }

    @Test
    void aVersionThatIsRestoredBringsItsWorkflowsBack() {
        String invite = workflow("Invite");
        String remind = workflow("Remind");
        desk.publish();
        desk.owner.patch(invite, Map.of("description", "Another")).expect(200);
        desk.owner.delete(remind).expect(204);
        String thank = workflow("Thank");
        String restore = "studio/projects/" + desk.project + "/versions/1/restore/";
        desk.owner.post(restore, Map.of()).refused(409, "DATA_LOSS");
        desk.owner.get(thank).expect(200);

        desk.owner.post(restore, Map.of("allow_data_loss", true)).expect(200);
        desk.owner.get(thank).refused(404, "NOT_FOUND");
        assertThat(desk.owner.get(invite).expect(200).at("description").asText())
                .isEmpty();
        JsonNode all = desk.owner
                .get("automation/workflows/?project=" + desk.project)
                .expect(200)
                .json();
        assertThat(all.path("results").findValuesAsText("name")).containsExactlyInAnyOrder("Invite", "Remind");
        JsonNode same = desk.owner
                .get("studio/projects/" + desk.project + "/diff/?from=1&to=draft")
                .expect(200)
                .json();
        assertThat(same.path("workflows").findValues("name")).isEmpty();
    }

    @Test
    void aVersionTellsOfNoSecretAndOfNoIdOfThisInstallation() {
        String created = desk.owner
                .post(
                        "automation/workflows/",
                        Map.of(
                                "name",
                                "Hook",
                                "project",
                                desk.project,
                                "trigger_type",
                                "webhook",
                                "trigger_config",
                                Map.of("methods", List.of("POST"), "secret", "hush hush hush hush")))
                .expect(201)
                .id();
        desk.publish();
        String version = desk.owner
                .get("studio/projects/" + desk.project + "/versions/1/")
                .expect(200)
                .json()
                .at("/content/workflows")
                .toString();
        assertThat(version).contains("\"Hook\"").doesNotContain("hush").doesNotContain(created);
    }

    private String workflow(String name) {
        return "automation/workflows/"
                + desk.owner
                        .post(
                                "automation/workflows/",
                                Map.of("name", name, "project", desk.project, "trigger_type", "manual"))
                        .expect(201)
                        .id()
                + "/";
    }

    private static List<String> told(JsonNode plan) {
        List<String> told = new ArrayList<>();
        for (JsonNode step : plan.path("steps")) {
            if (step.path("kind").asText().equals("workflow")) {
                told.add(step.path("action").asText() + " " + step.path("name").asText());
            }
        }
        return told;
    }
}
