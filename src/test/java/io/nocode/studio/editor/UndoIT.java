package io.nocode.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoIT {
    private Client owner;
    private String organization;
    private String project;

    @BeforeEach
    void aProject() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        project = People.newProject(owner, organization);
    }

    @Test
    void aBatchIsUndoneAndRedoneWithTheSameIds() {
        batch("[{\"op\": \"add\", \"ref\": \"box\", \"component_type\": \"Container\"},"
                + " {\"op\": \"add\", \"parent\": \"box\", \"component_type\": \"Button\"}]");
        JsonNode tree = tree();
        Answer undone = undo(owner).expect(200);
        assertThat(undone.at("can_undo").asBoolean()).isFalse();
        assertThat(undone.at("can_redo").asBoolean()).isTrue();
        assertThat(tree()).isEmpty();
        undo(owner).refused(409, "NOTHING_TO_UNDO");
        redo(owner).expect(200);
        assertThat(ids(tree())).isEqualTo(ids(tree));
        redo(owner).refused(409, "NOTHING_TO_REDO");
    }

    @Test
    void aRemovedContainerComesBackWithAllThatItHeldAndInItsPlace() {
        String first = add("Text", null);
        String box = add("Container", null);
        String last = add("Text", null);
        add("Button", box);
        add("Image", box);
        JsonNode tree = tree();
        owner.send("DELETE", "studio/editor/remove_component/", Map.of("component_id", box))
                .expect(204);
        assertThat(ids(tree())).containsExactly(first, last);
        undo(owner).expect(200);
        assertThat(ids(tree())).isEqualTo(ids(tree));
        assertThat(tree().findValuesAsText("order")).isEqualTo(tree.findValuesAsText("order"));
    }

    @Test
    void whatWasPutIntoSomethingNewComesOutAgain() {
        String text = add("Text", null);
        batch("[{\"op\": \"add\", \"ref\": \"box\", \"component_type\": \"Container\"},"
                + " {\"op\": \"move\", \"component_id\": \"%s\", \"parent\": \"box\"}]".formatted(text));
        assertThat(ids(tree())).hasSize(2);
        undo(owner).expect(200);
        assertThat(ids(tree())).containsExactly(text);
        redo(owner).expect(200);
        assertThat(tree().get(0).path("children").get(0).path("id").asText()).isEqualTo(text);
    }

    @Test
    void everybodyUndoesTheirOwnChangesOnly() {
        Client member = People.newMember(owner, organization, "MEMBER");
        String mine = add("Text", null);
        String theirs = member.post(
                        "studio/editor/add_component/", Map.of("project_id", project, "component_type", "Button"))
                .expect(201)
                .at("component_id")
                .asText();
        undo(owner).expect(200);
        assertThat(ids(tree())).containsExactly(theirs);
        redo(owner).expect(200);
        member.put("studio/editor/update_component/", Map.of("component_id", mine, "config", Map.of("content", "x")))
                .expect(200);
        undo(owner).refused(409, "CHANGED_BY_OTHERS");
        assertThat(ids(tree())).contains(mine, theirs);
        Answer history =
                owner.get("studio/editor/history/?project_id=" + project).expect(200);
        assertThat(history.at("count").asInt()).isEqualTo(3);
        assertThat(history.at("results").findValuesAsText("kind")).containsExactly("update", "add", "add");
        assertThat(history.at("results/0/user_name").asText()).isEqualTo("Zoé Müller");
        People.newUser().get("studio/editor/history/?project_id=" + project).refused(404, "NOT_FOUND");
        undo(People.newMember(owner, organization, "VIEWER")).refused(403, "FORBIDDEN");
    }

    @Test
    void aNewChangeForgetsWhatWasUndone() {
        String text = add("Text", null);
        configure(text, "one");
        configure(text, "two");
        undo(owner).expect(200);
        undo(owner).expect(200);
        assertThat(tree().get(0).at("/config/content").asText()).isEqualTo("Text");
        redo(owner).expect(200);
        assertThat(tree().get(0).at("/config/content").asText()).isEqualTo("one");
        configure(text, "three");
        redo(owner).refused(409, "NOTHING_TO_REDO");
        undo(owner).expect(200);
        assertThat(tree().get(0).at("/config/content").asText()).isEqualTo("one");
    }

    private String add(String type, String parent) {
        return owner.post(
                        "studio/editor/add_component/",
                        parent == null
                                ? Map.of("project_id", project, "component_type", type)
                                : Map.of("project_id", project, "component_type", type, "parent", parent))
                .expect(201)
                .at("component_id")
                .asText();
    }

    private void configure(String component, String content) {
        owner.put(
                        "studio/editor/update_component/",
                        Map.of("component_id", component, "config", Map.of("content", content)))
                .expect(200);
    }

    private void batch(String operations) {
        long revision = owner.get("studio/editor/state/?project_id=" + project)
                .at("revision")
                .asLong();
        owner.post(
                        "studio/editor/batch/",
                        "{\"project_id\": \"%s\", \"base_revision\": %d, \"operations\": %s}"
                                .formatted(project, revision, operations))
                .expect(200);
    }

    private Answer undo(Client somebody) {
        return somebody.post("studio/editor/undo/", Map.of("project_id", project));
    }

    private Answer redo(Client somebody) {
        return somebody.post("studio/editor/redo/", Map.of("project_id", project));
    }

    private JsonNode tree() {
        return owner.get("studio/editor/state/?project_id=" + project)
                .expect(200)
                .at("pages/0/components");
    }

    private static List<String> ids(JsonNode tree) {
        return tree.findValuesAsText("id");
    }
}
