package io.nocode.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.launcher.Node;
import io.nocode.testing.Client;
import io.nocode.testing.Events;
import io.nocode.testing.LiveApp;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Two application servers on one database: what happens on the one is felt on the other. */
@DisabledIfSystemProperty(
        named = "nocode.test.url",
        matches = ".+",
        disabledReason = "needs an installation of its own")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
    private static Node second;

    @BeforeAll
    static void startTheSecond() throws IOException {
        second = TestInstallation.get().startNode(TestInstallation.freePort());
    }

    @AfterAll
    static void stopTheSecond() {
        second.close();
    }

    @Test
    void aDeactivationOnOneIsFeltOnTheOther() {
        Client user = People.newUser();
        String id = user.get("foundation/users/profile/").expect(200).id();
        user.at(second.url()).get("foundation/users/profile/").expect(200);

        Client.superuser().post("foundation/users/" + id + "/deactivate/").expect(200);

        Wait.until(() -> user.at(second.url()).get("foundation/users/profile/").status(), status -> status == 401);
        user.get("foundation/users/profile/").expect(401);
    }

    @Test
    void aRemovalFromAnOrganisationOnOneIsFeltOnTheOther() {
        Client owner = People.newUser();
        String organization = "foundation/organizations/" + People.newOrganization(owner) + "/";
        Client member = People.newMember(owner, organization.split("/")[2], "MEMBER");
        member.at(second.url()).get(organization).expect(200);
        String membership = owner.get(organization + "members/?search="
                        + member.get("foundation/users/profile/").at("email").asText())
                .expect(200)
                .at("results/0/id")
                .asText();

        owner.delete(organization + "members/" + membership + "/").expect(204);

        Wait.until(() -> member.at(second.url()).get(organization).status(), status -> status == 404);
    }

    @Test
    void aTableThatChangesOnOneHasChangedOnTheOther() {
        Client owner = People.newUser();
        String project = People.newProject(owner, People.newOrganization(owner));
        String schema = newTable(owner, project);
        String rows = "runtime/projects/" + project + "/tables/things/";
        Client there = owner.at(second.url());
        there.post(rows, Map.of("title", "before")).expect(201);

        owner.post("studio/schemas/" + schema + "/fields/", Map.of("name", "colour", "type", "string"))
                .expect(201);

        Wait.until(
                () -> there.post(rows, Map.of("title", "after", "colour", "red"))
                        .status(),
                status -> status == 201);
        assertThat(owner.get(rows + "?filters=" + URLEncoder.encode("{\"colour\": \"red\"}", StandardCharsets.UTF_8))
                        .expect(200)
                        .at("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsWrittenOnOneIsHeardOnTheOtherUntilARemovalOnTheFirst() {
        Client owner = People.newUser();
        String organization = People.newOrganization(owner);
        Client viewer = People.newMember(owner, organization, "VIEWER");
        String project = People.newProject(owner, organization);
        newTable(owner, project);
        String rows = "runtime/projects/" + project + "/tables/things/";
        String members = "foundation/organizations/" + organization + "/members/";
        String membership = owner.get(members + "?search="
                        + viewer.get("foundation/users/profile/").at("email").asText())
                .at("results/0/id")
                .asText();
        try (Events there = viewer.at(second.url()).follow(rows + "events/");
                Events editor = viewer.at(second.url()).follow("studio/editor/events/?project_id=" + project)) {
            there.next("ready");
            editor.next("ready");
            owner.post(rows, Map.of("title", "from the first")).expect(201);
            assertThat(there.next("change").data().at("/row/title").asText()).isEqualTo("from the first");
            owner.post("studio/editor/add_component/", Map.of("project_id", project, "component_type", "Text"))
                    .expect(201);
            editor.next("change");

            owner.delete(members + membership + "/").expect(204);
            Instant removed = Instant.now();
            there.next("end");
            editor.next("end");
            assertThat(Duration.between(removed, Instant.now())).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void anApplicationAndItsEndUsersAreTheSameOnBoth() {
        LiveApp app = LiveApp.open();
        String email = app.newEndUser();
        Client user = app.signedIn(email).at(second.url());
        user.get(app.auth() + "me/").expect(200);
        Client visitor = Client.anonymous().at(second.url());
        assertThat(visitor.get(app.address() + "app.json").expect(200).text()).contains("Welcome");

        app.owner
                .patch("runtime/apps/" + app.id + "/users/" + app.accountOf(email) + "/", Map.of("is_active", false))
                .expect(200);
        Wait.until(() -> user.get(app.auth() + "me/").status(), status -> status == 401);

        String start = app.owner
                .get("studio/pages/?is_home=true&project=" + app.project)
                .expect(200)
                .at("results/0/id")
                .asText();
        app.owner
                .patch("studio/pages/" + start + "/", Map.of("title", "Good day"))
                .expect(200);
        app.owner.post("studio/projects/" + app.project + "/publish/", Map.of()).expect(202);
        app.deployed();
        Wait.until(() -> visitor.get(app.address() + "app.json").expect(200).text(), text -> text.contains("Good day"));

        app.owner.post("runtime/apps/" + app.id + "/stop/", Map.of()).expect(200);
        Wait.until(() -> visitor.get(app.address() + "app.json").status(), status -> status == 503);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whatANodeLeavesBehindTheOtherDoesAndEachThingOnce() {
        Client owner = People.newUser();
        String organization = People.newOrganization(owner);
        Client viewer = People.newMember(owner, organization, "VIEWER");
        String project = People.newProject(owner, organization);
        newTable(owner, project);
        String workflow = "automation/workflows/" + FaultsIT.workflow(owner, project) + "/";
        List<String> executions = IntStream.range(0, 20)
                .mapToObj(i -> owner.at(i % 2 == 0 ? TestInstallation.url() : second.url())
                        .post(workflow + "execute/", Map.of("input_data", Map.of("n", i)))
                        .expect(202)
                        .at("execution_id")
                        .asText())
                .toList();

        String away = viewer.get("foundation/users/profile/").expect(200).id();
        Events here = owner.follow("studio/editor/events/?project_id=" + project);
        Events there = viewer.at(second.url()).follow("studio/editor/events/?project_id=" + project);
        here.next(event -> event.data().path("people").toString().contains(away));

        second.kill();

        here.next(event -> event.name().equals("presence")
                && !event.data().path("people").toString().contains(away));
        there.untilOver();
        here.close();
        for (String execution : executions) {
            Wait.until(
                    () -> owner.get("automation/executions/" + execution + "/")
                            .expect(200)
                            .at("status")
                            .asText(),
                    status -> status.equals("completed"));
        }
        assertThat(owner.get("runtime/projects/" + project + "/tables/things/")
                        .expect(200)
                        .at("count")
                        .asInt())
                .isEqualTo(20);
    }

    private static String newTable(Client owner, String project) {
        return owner.post(
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
                .expect(201)
                .id();
    }
}
