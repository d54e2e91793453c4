package io.nocode.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Client;
import io.nocode.testing.Events;
import io.nocode.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorEventsIT {
    private Client owner;
    private Client member;
    private String organization;
    private String project;
    private String events;

    @BeforeEach
    void twoPeopleWithAProject() {
        owner = People.newUser();
        organization = People.newOrganization(owner);
        member = People.newMember(owner, organization, "MEMBER");
        project = People.newProject(owner, organization);
        events = "studio/editor/events/?project_id=" + project;
    }

    @Test
    void whatOneChangesTheOtherHearsInOrderAndCanApply() {
        try (Events heard = owner.follow(events)) {
            assertThat(heard.header("Cache-Control")).isEqualTo("no-store");
            assertThat(heard.header("X-Accel-Buffering")).isEqualTo("no");
            long revision = heard.next("ready").data().path("revision").asLong();
            JsonNode added = add(member, "Text");

            Events.Event change = heard.next("change");
            JsonNode data = change.data();
            while (data.path("components").isNull()) {
                // The home page came first.
                assertThat(data.path("revision").asLong()).isEqualTo(++revision);
                change = heard.next("change");
                data = change.data();
            }
            assertThat(data.path("revision")).isEqualTo(added.path("revision"));
            assertThat(change.id()).isEqualTo(added.path("revision").asText());
            assertThat(data.path("kind").asText()).isEqualTo("add");
            assertThat(data.path("own").asBoolean()).isFalse();
            assertThat(data.path("user_name").asText()).isEqualTo("Zoé Müller");
            assertThat(data.at("/components/0/id")).isEqualTo(added.path("component_id"));
            assertThat(data.at("/components/0/component/component_type").asText())
                    .isEqualTo("Text");
            assertThat(data.at("/components/0/component/page")).isEqualTo(added.path("page_id"));

            member.post("studio/editor/undo/", Map.of("project_id", project)).expect(200);
            data = heard.next("change").data();
            assertThat(data.path("kind").asText()).isEqualTo("undo");
            assertThat(data.at("/components/0/component").isNull()).isTrue();
        }
    }

    @Test
    void whoWasAwayGoesOnWhereTheyWere() {
        String last;
        try (Events heard = owner.follow(events)) {
            heard.next("ready");
            add(member, "Text");
            last = heard.next(event -> event.data().path("kind").asText().equals("add"))
                    .id();
        }
        IntStream.range(0, 60).forEach(i -> add(i % 2 == 0 ? member : owner, "Text"));
        try (Events heard = owner.follow(events, last)) {
            for (int i = 1; i <= 60; i++) {
                Events.Event change = heard.next("change");
                assertThat(change.id()).isEqualTo(String.valueOf(Long.parseLong(last) + i));
                assertThat(change.data().path("own").asBoolean()).isEqualTo(i % 2 == 0);
            }
        }
        try (Events heard = owner.follow(events + "&last_event_id=" + last)) {
            assertThat(heard.next("change").id()).isEqualTo(String.valueOf(Long.parseLong(last) + 1));
        }
        try (Events heard = owner.follow(events, "999999")) {
            heard.next("reset");
        }
    }

    @Test
    void everybodySeesWhoComesAndLeaves() {
        String me = owner.get("foundation/users/profile/").expect(200).id();
        String other = member.get("foundation/users/profile/").expect(200).id();
        try (Events heard = owner.follow(events)) {
            heard.next(event -> people(event).contains(me));
            try (Events others = member.follow(events)) {
                heard.next(event -> people(event).contains(me) && people(event).contains(other));
                others.next(event -> people(event).contains(me) && people(event).contains(other));
            }
            heard.next(
                    event -> event.name().equals("presence") && !people(event).contains(other));
        }
    }

    @Test
    void whoIsRemovedHearsNothingMoreWithinASecond() {
        String email = member.get("foundation/users/profile/").at("email").asText();
        String members = "foundation/organizations/" + organization + "/members/";
        String membership =
                owner.get(members + "?search=" + email).at("results/0/id").asText();
        try (Events heard = member.follow(events)) {
            heard.next("ready");
            owner.delete(members + membership + "/").expect(204);
            Instant removed = Instant.now();
            Events.Event end = heard.next("end");
            assertThat(Duration.between(removed, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(end.data().path("code").asText()).isEqualTo("NOT_FOUND");
            heard.untilOver();
        }
    }

    @Test
    void whoSignsOutHearsNothingMore() {
        String email = People.newEmail();
        Client guest = People.newUser(email);
        owner.post(
                        "foundation/organizations/" + organization + "/members/",
                        Map.of("user_email", email, "role", "VIEWER"))
                .expect(201);
        guest.post("foundation/invitations/" + People.invitationMailedTo(email) + "/accept/")
                .expect(200);
        try (Events heard = guest.follow(events)) {
            heard.next("ready");
            guest.get("foundation/auth/sessions/")
                    .expect(200)
                    .at("results")
                    .forEach(session -> guest.delete(
                            "foundation/auth/sessions/" + session.path("id").asText() + "/"));
            assertThat(heard.next("end").data().path("code").asText()).isEqualTo("UNAUTHENTICATED");
            heard.untilOver();
        }
    }

    @Test
    void whoMayNotSeeTheProjectIsRefusedAsEverywhere() {
        Client.anonymous().get(events).refused(401, "UNAUTHENTICATED");
        People.newUser().get(events).refused(404, "NOT_FOUND");
        owner.get("studio/editor/events/").refused(400, "INVALID").blaming("project_id");
        owner.get(events + "&colour=red").refused(400, "UNKNOWN_PARAMETER").blaming("colour");
        owner.with("Accept", "text/html").get(events).refused(406, "NOT_ACCEPTABLE");
    }

    private JsonNode add(Client who, String type) {
        return who.post("studio/editor/add_component/", Map.of("project_id", project, "component_type", type))
                .expect(201)
                .json();
    }

    private static String people(Events.Event event) {
        return event.data().path("people").toString();
    }
}
