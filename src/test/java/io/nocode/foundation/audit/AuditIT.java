package io.nocode.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The audit log of an organisation: who may read it, and what it tells. */
class AuditIT {
    private final Client owner = People.newUser();
    private final String id = People.newOrganization(owner);
    private final String path = "foundation/organizations/" + id + "/";
    private final String log = path + "audit-log/";

    @Test
    void itTellsWhoDidWhatWhenAndFromWhere() {
        String email = People.newEmail();
        Answer invited = owner.with("X-Request-Id", "audit-test-1")
                .with("User-Agent", "AuditIT")
                .post(path + "members/", Map.of("user_email", email, "role", "MEMBER"))
                .expect(201);

        JsonNode entry = owner.get(log).expect(200).at("results/0");

        assertThat(entry.path("action").asText()).isEqualTo("member.invited");
        assertThat(entry.path("actor_kind").asText()).isEqualTo("USER");
        assertThat(entry.at("/actor/id").asText())
                .isEqualTo(owner.get("foundation/users/profile/").id());
        assertThat(entry.path("resource_type").asText()).isEqualTo("member");
        assertThat(entry.path("resource_id").asText()).isEqualTo(invited.id());
        assertThat(entry.path("details").toString()).contains("\"role\":\"MEMBER\"");
        assertThat(entry.path("email").asText()).isEqualTo(email);
        assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.path("user_agent").asText()).isEqualTo("AuditIT");
        assertThat(entry.path("request_id").asText()).isEqualTo("audit-test-1");
        assertThat(Instant.parse(entry.path("created_at").asText()))
                .isBetween(Instant.parse(invited.at("created_at").asText()), Instant.now());
    }

    @Test
    void everyDeedOfAnOrganizationsLifeIsInIt() {
        Client member = People.newMember(owner, id, "VIEWER");
        String membership =
                owner.get(path + "members/?role=VIEWER").at("results/0/id").asText();
        owner.patch(path + "members/" + membership + "/", Map.of("role", "ADMIN"))
                .expect(200);
        owner.patch(path, Map.of("city", "Paris")).expect(200);
        owner.patch(path, Map.of("city", "Paris")).expect(200);
        String project = People.newProject(owner, id);
        owner.post("studio/projects/" + project + "/publish/", Map.of());
        owner.delete("studio/projects/" + project + "/").expect(204);
        member.post(path + "leave/").expect(204);

        assertThat(actions())
                .containsExactly(
                        "organization.created",
                        "member.invited",
                        "invitation.accepted",
                        "member.changed",
                        "organization.changed",
                        "project.created",
                        "project.published",
                        "project.deleted",
                        "member.left");
        assertThat(owner.get(log + "?action=member.changed")
                        .at("results/0/details")
                        .toString())
                .isEqualTo("{\"role\":{\"from\":\"VIEWER\",\"to\":\"ADMIN\"}}");
        assertThat(owner.get(log + "?action=organization.changed")
                        .at("results/0/details")
                        .toString())
                .isEqualTo("{\"city\":{\"from\":null,\"to\":\"Paris\"}}");
        assertThat(owner.get(log + "verify/").at("valid").asBoolean()).isTrue();
    }

    @Test
    void whatWasRefusedIsNotInIt() {
        owner.post(path + "members/", Map.of("user_email", "a@example.org", "role", "OWNER"))
                .expect(400);
        owner.post(path + "leave/").expect(409);

        assertThat(actions()).containsExactly("organization.created");
    }

    @Test
    void onlyAdministratorsReadIt() {
        Client admin = People.newMember(owner, id, "ADMIN");
        Client member = People.newMember(owner, id, "MEMBER");
        for (String each : List.of(log, log + "verify/")) {
            admin.get(each).expect(200);
            member.get(each).refused(403, "FORBIDDEN");
            People.newUser().get(each).refused(404, "NOT_FOUND");
            Client.anonymous().get(each).refused(401, "UNAUTHENTICATED");
        }
        admin.delete(log).expect(405);
    }

    @Test
    void itIsFiltered() {
        Client admin = People.newMember(owner, id, "ADMIN");
        admin.patch(path, Map.of("city", "Lyon")).expect(200);
        String adminId = admin.get("foundation/users/profile/").id();

        assertThat(owner.get(log + "?actor=" + adminId).at("count").asInt()).isEqualTo(2);
        assertThat(owner.get(log + "?actor=" + id).at("count").asInt()).isZero();
        assertThat(owner.get(log + "?action=organization.changed").at("count").asInt())
                .isEqualTo(1);
        assertThat(owner.get(log + "?search=lyon").at("count").asInt()).isEqualTo(1);
        String today = owner.get(log).at("results/0/created_at").asText().substring(0, 10);
        assertThat(owner.get(log + "?date_from=" + today + "&date_to=" + today)
                        .at("count")
                        .asInt())
                .isEqualTo(4);
        assertThat(owner.get(log + "?date_to=2020-01-01").at("count").asInt()).isZero();
        Answer first = owner.get(log + "?page_size=3&sort_by=sequence&sort_order=asc");
        assertThat(first.at("results/0/sequence").asInt()).isEqualTo(1);
        assertThat(owner.get(first.at("next").asText()).at("results/0/sequence").asInt())
                .isEqualTo(4);
        owner.get(log + "?action=member.praised").refused(400, "INVALID").blaming("action");
        owner.get(log + "?actor=me").refused(400, "INVALID").blaming("actor");
        owner.get(log + "?date_from=yesterday").refused(400, "INVALID").blaming("date_from");
        owner.get(log + "verify/?count=1").refused(400, "INVALID").blaming("hash");
    }

    /** Security case S21. */
    @Test
    void noSecretIsInIt() {
        String email = People.newEmail();
        owner.post(path + "members/", Map.of("user_email", email, "role", "MEMBER"))
                .expect(201);
        String token = People.tokenMailedTo(email);

        assertThat(owner.get(log).text()).doesNotContain(token).doesNotContain("Bearer");
    }

    /** Security case S28. */
    @Test
    void ofFiftyDeedsAtOnceEachHasItsPlace() {
        AtOnce.run(50, i -> owner.patch(path, Map.of("city", "City " + i)).expect(200));

        Answer verdict = owner.get(log + "verify/").expect(200);
        assertThat(verdict.at("valid").asBoolean()).as(verdict.text()).isTrue();
        assertThat(verdict.at("count").asInt()).isEqualTo(51);
        List<Integer> places = new ArrayList<>();
        owner.get(log + "?page_size=100")
                .at("results")
                .forEach(entry -> places.add(entry.path("sequence").asInt()));
        assertThat(places).hasSize(51).doesNotHaveDuplicates().startsWith(51).endsWith(1);
    }

    @Test
    void whatAnErasedAccountDidStaysWithoutItsPersonalData() {
        String email = People.newEmail();
        Client leaver = People.newUser(email);
        owner.post(path + "members/", Map.of("user_email", email, "role", "ADMIN"))
                .expect(201);
        leaver.post("foundation/invitations/"
                        + leaver.get("foundation/invitations/")
                                .at("results/0/id")
                                .asText() + "/accept/")
                .expect(200);
        leaver.patch(path, Map.of("city", "Nice")).expect(200);
        String leaverId = leaver.get("foundation/users/profile/").id();
        assertThat(owner.get(log).text()).contains(email);

        Client.superuser().delete("foundation/users/" + leaverId + "/").expect(204);

        Answer after = owner.get(log).expect(200);
        assertThat(after.text()).doesNotContain(email);
        assertThat(after.at("results/0/action").asText()).isEqualTo("user.erased");
        assertThat(after.at("results/1/action").asText()).isEqualTo("organization.changed");
        assertThat(after.at("results/1/actor/id").asText()).isEqualTo(leaverId);
        assertThat(after.at("results/1/address").isNull()).isTrue();
        Answer verdict = owner.get(log + "verify/");
        assertThat(verdict.at("valid").asBoolean()).as(verdict.text()).isTrue();
        assertThat(verdict.at("erased").asInt()).isEqualTo(3);
    }

    @Test
    void theLogOfAnOrganizationOutlastsItForSuperusers() {
        owner.delete(path).expect(204);

        owner.get(log).refused(404, "NOT_FOUND");
        assertThat(Client.superuser().get(log).at("results/0/action").asText()).isEqualTo("organization.deleted");
    }

    private List<String> actions() {
        List<String> actions = new ArrayList<>();
        owner.get(log + "?sort_by=sequence&sort_order=asc&page_size=100")
                .expect(200)
                .at("results")
                .forEach(entry -> actions.add(entry.path("action").asText()));
        return actions;
    }
}
