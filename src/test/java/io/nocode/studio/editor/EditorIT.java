package io.nocode.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorIT {
    private static Client owner;
    private static String organization;
    private String project;

    @BeforeAll
    static void anOrganization() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
    }

    @BeforeEach
    void aProject() {
        // The plan of a new organization has room for a few projects only.
        owner.get("studio/projects/?organization_id=" + organization)
                .at("results")
                .forEach(old -> owner.delete("studio/projects/" + old.path("id").asText() + "/")
                        .expect(204));
        project = People.newProject(owner, organization);
    }

    @Test
    void theFirstComponentMakesTheHomePage() {
        Answer added = add("Text", "").expect(201);
        assertThat(added.at("page_created").booleanValue()).isTrue();
        assertThat(add("Text", "").expect(201).at("page_created").booleanValue())
                .isFalse();
        Answer state = state();
        assertThat(state.at("pages/0/is_home").booleanValue()).isTrue();
        assertThat(state.at("pages/0/route").asText()).isEqualTo("/");
        assertThat(state.at("statistics")).isEqualTo(Json.parse("""
                {"pages_count": 1, "components_count": 2, "tables_count": 0}"""));
    }

    @Test
    void whatTheTypeDoesNotKnowIsNamedByItsPath() {
        add("DataTable", ", \"config\": {\"tabel\": \"x\", \"columns\": [{\"field\": \"a\", \"widht\": 1}]}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("config.tabel")
                .blaming("config.columns[0].widht");
        add("DataTable", ", \"config\": {\"page_size\": \"many\"}")
                .refused(400, "INVALID")
                .blaming("config.page_size");
        add("DataTable", ", \"config\": {\"page_size\": \"{{user.page_size}}\"}")
                .expect(201);
        add("Spaceship", "").refused(400, "INVALID").blaming("component_type");
    }

    @Test
    void componentsMoveWithinTheTreeButNotIntoThemselves() {
        String outer = id(add("Container", ""));
        String inner = id(add("Container", ", \"parent\": \"%s\"".formatted(outer)));
        String first = id(add("Text", ", \"parent\": \"%s\"".formatted(outer)));
        move(outer, "\"parent\": \"%s\"".formatted(inner)).refused(409, "MOVE_INTO_ITSELF");
        move(first, "\"order\": 0").expect(200);
        assertThat(state().at("pages/0/components/0/children/0/id").asText()).isEqualTo(first);
        move(first, "\"parent\": null").expect(200);
        assertThat(state().at("pages/0/components/1/id").asText()).isEqualTo(first);
        move(first, "\"parent\": \"%s\", \"slot\": \"nowhere\"".formatted(outer))
                .refused(400, "INVALID")
                .blaming("slot");
    }

    @Test
    void removingAContainerRemovesWhatItHolds() {
        String outer = id(add("Card", ""));
        String inner = id(add("Text", ", \"parent\": \"%s\"".formatted(outer)));
        Answer removed = owner.send(
                        "DELETE", "studio/editor/remove_component/", "{\"component_id\": \"%s\"}".formatted(outer))
                .expect(204);
        assertThat(removed.header("X-Revision"))
                .isEqualTo(state().at("revision").asText());
        owner.get("studio/components/" + inner + "/").refused(404, "NOT_FOUND");
    }

    @Test
    void aBatchHappensWholeOrNotAtAll() {
        long revision = state().at("revision").asLong();
        batch(revision, """
                {"op": "add", "ref": "box", "component_type": "Container"},
                {"op": "add", "parent": "box", "component_type": "Text", "config": {"cotnent": "x"}}""").refused(400, "UNKNOWN_FIELD").blaming("operations[1].config.cotnent");
        assertThat(state().at("statistics/components_count").asInt()).isZero();

        Answer done = batch(revision, """
                {"op": "add", "ref": "box", "component_type": "Container"},
                {"op": "add", "ref": "text", "parent": "box", "component_type": "Text"},
                {"op": "add", "parent": "box", "component_type": "Divider"},
                {"op": "move", "component_id": "text", "order": 1},
                {"op": "update", "component_id": "text", "config": {"content": "Hello"}}""").expect(200);
        Answer state = state();
        assertThat(state.at("revision")).isEqualTo(done.at("revision"));
        assertThat(state.at("pages/0/components/0/children/0/component_type").asText())
                .isEqualTo("Divider");
        assertThat(state.at("pages/0/components/0/children/1/config/content").asText())
                .isEqualTo("Hello");
    }

    @Test
    void aBatchUponAnOldRevisionIsRefusedWithTheNewOne() {
        long revision = state().at("revision").asLong();
        add("Text", "").expect(201);
        Answer refused = batch(revision, "{\"op\": \"add\", \"component_type\": \"Text\"}")
                .refused(409, "STALE_REVISION");
        assertThat(refused.at("details/revision")).isEqualTo(state().at("revision"));
    }

    @Test
    void othersComponentsAreAsIfTheyWereNot() {
        String mine = id(add("Text", ""));
        Client stranger = People.newUser();
        String theirs = stranger.post("studio/projects/", "{\"name\": \"Theirs\"}")
                .expect(201)
                .id();
        stranger.get("studio/components/" + mine + "/").refused(404, "NOT_FOUND");
        stranger.put("studio/editor/update_component/", "{\"component_id\": \"%s\", \"config\": {}}".formatted(mine))
                .refused(404, "NOT_FOUND");
        stranger.post("studio/editor/add_component/", """
                {"project_id": "%s", "component_type": "Text", "parent": "%s"}""".formatted(theirs, mine))
                .refused(404, "NOT_FOUND");
        stranger.post("studio/editor/batch/", """
                {"project_id": "%s", "base_revision": 0, "operations": [{"op": "remove", "component_id": "%s"}]}""".formatted(theirs, mine)).refused(404, "NOT_FOUND");
        owner.get("studio/components/" + mine + "/").expect(200);
    }

    private Answer add(String type, String more) {
        return owner.post(
                "studio/editor/add_component/",
                "{\"project_id\": \"%s\", \"component_type\": \"%s\"%s}".formatted(project, type, more));
    }

    private Answer move(String component, String where) {
        return owner.put("studio/editor/move_component/", "{\"component_id\": \"%s\", %s}".formatted(component, where));
    }

    private Answer batch(long revision, String operations) {
        return owner.post(
                "studio/editor/batch/",
                "{\"project_id\": \"%s\", \"base_revision\": %d, \"operations\": [%s]}"
                        .formatted(project, revision, operations));
    }

    private Answer state() {
        return owner.get("studio/editor/state/?project_id=" + project).expect(200);
    }

    private static String id(Answer added) {
        return added.expect(201).at("component_id").asText();
    }
}
