package io.nocode.foundation.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs that act for people. */
class ApiKeysIT {
    private static final String KEYS = "foundation/api-keys/";
    private static final String PROFILE = "foundation/users/profile/";

    private final Client owner = People.newUser();
    private final String organization = People.newOrganization(owner);

    @Test
    void theKeyIsShownOnceAndActsForItsMaker() {
        Answer made = make(owner, "MEMBER").expect(201);

        String key = made.at("key").asText();
        assertThat(key)
                .matches("nck_[A-Za-z0-9_-]{43}")
                .startsWith(made.at("prefix").asText());
        assertThat(made.header("Location")).endsWith("/foundation/api-keys/" + made.id() + "/");
        assertThat(owner.get(KEYS + made.id() + "/").expect(200).text()).doesNotContain(key);
        assertThat(owner.get(KEYS).expect(200).text())
                .contains(made.id())
                .doesNotContain(key)
                .doesNotContain("hash");

        Client program = holding(made);
        String project = People.newProject(program, organization);
        program.get("studio/projects/" + project + "/").expect(200);
        assertThat(program.get("foundation/organizations/").at("count").asInt()).isEqualTo(1);
        Wait.until(() -> owner.get(KEYS + made.id() + "/").at("last_used_at"), lastUsed -> !lastUsed.isNull());
    }

    @Test
    void aKeyActsWithItsOwnRoleOnly() {
        String project = People.newProject(owner, organization);
        Client program = holding(make(owner, "VIEWER").expect(201));

        program.get("studio/projects/" + project + "/").expect(200);
        program.patch("studio/projects/" + project + "/", Map.of("description", "x"))
                .refused(403, "FORBIDDEN");
        program.get("foundation/organizations/" + organization + "/members/").refused(403, "FORBIDDEN");
        assertThat(owner.get("studio/projects/" + project + "/")
                        .at("description")
                        .asText())
                .isNotEqualTo("x");
    }

    @Test
    void aKeyIsLoweredAndEndsWithItsMaker() {
        Client admin = People.newMember(owner, organization, "ADMIN");
        String id = admin.get(PROFILE).id();
        String member = memberId(id);
        Client program = holding(make(admin, "ADMIN").expect(201));
        String members = "foundation/organizations/" + organization + "/members/";
        program.get(members).expect(200);

        owner.patch(members + member + "/", Map.of("role", "VIEWER")).expect(200);
        program.get(members).refused(403, "FORBIDDEN");
        program.get("foundation/organizations/" + organization + "/").expect(200);

        owner.delete(members + member + "/").expect(204);
        program.get("foundation/organizations/" + organization + "/").refused(404, "NOT_FOUND");
        assertThat(program.get("foundation/organizations/").at("count").asInt()).isZero();

        Client.superuser().post("foundation/users/" + id + "/deactivate/").expect(200);
        program.get("foundation/organizations/").refused(401, "UNAUTHENTICATED");
    }

    @Test
    void nobodyMakesAKeyAboveTheirOwnRoleOrElsewhere() {
        Client member = People.newMember(owner, organization, "MEMBER");
        make(member, "ADMIN").refused(403, "FORBIDDEN").blaming("role");
        make(member, "MEMBER").expect(201);
        make(People.newUser(), "VIEWER").refused(404, "NOT_FOUND");
        make(owner, "CLIENT").refused(400, "INVALID").blaming("role");
        make(owner, "SUPERUSER").refused(400, "INVALID").blaming("role");
    }

    @Test
    void aKeyMayBeForSomeProjectsOnly() {
        String mine = People.newProject(owner, organization);
        String other = People.newProject(owner, organization);
        Client program = holding(
                make(owner, "OWNER", Map.of("project_ids", List.of(mine))).expect(201));

        program.get("studio/projects/" + mine + "/").expect(200);
        program.get("studio/projects/" + other + "/").refused(404, "NOT_FOUND");
        assertThat(program.get("studio/projects/").text()).contains(mine).doesNotContain(other);
        program.get("foundation/organizations/" + organization + "/members/").refused(403, "FORBIDDEN");
        program.post("studio/projects/", Map.of("name", "Another", "organization_id", organization))
                .refused(403, "FORBIDDEN");
    }

    @Test
    void theProjectsOfAKeyAreItsOrganizations() {
        Client stranger = People.newUser();
        String theirs = People.newProject(stranger, People.newOrganization(stranger));
        String mine = People.newProject(owner, organization);

        make(owner, "VIEWER", Map.of("project_ids", List.of(mine, theirs)))
                .refused(400, "INVALID")
                .blaming("project_ids[1]");
        assertThat(owner.get(KEYS).at("count").asInt()).isZero();
    }

    @Test
    void aDeletedKeyIsRefusedByTheVeryNextRequest() {
        Answer made = make(owner, "VIEWER").expect(201);
        Client program = holding(made);
        program.get("studio/projects/").expect(200);

        owner.delete(KEYS + made.id() + "/").expect(204);

        program.get("studio/projects/").refused(401, "UNAUTHENTICATED");
        owner.get(KEYS + made.id() + "/").refused(404, "NOT_FOUND");
    }

    @Test
    void aKeyMayExpire() {
        make(owner, "VIEWER", Map.of("expires_at", Instant.now().minusSeconds(1).toString()))
                .refused(400, "INVALID")
                .blaming("expires_at");
        Answer made = make(
                        owner,
                        "VIEWER",
                        Map.of("expires_at", Instant.now().plusSeconds(3).toString()))
                .expect(201);
        Client program = holding(made);
        program.get("studio/projects/").expect(200);

        Wait.until(() -> program.get("studio/projects/").status(), status -> status == 401);
        assertThat(owner.get(KEYS + made.id() + "/").at("is_expired").asBoolean())
                .isTrue();
    }

    @Test
    void noKeyMakesKeysOrReachesItsMakersAccount() {
        Client program = holding(make(owner, "OWNER").expect(201));
        make(program, "VIEWER").refused(403, "FORBIDDEN");
        program.get(KEYS).refused(403, "FORBIDDEN");
        program.post(
                        "foundation/auth/change-password/",
                        Map.of(
                                "current_password", People.PASSWORD,
                                "new_password", "Another1horse",
                                "new_password_confirm", "Another1horse"))
                .refused(403, "FORBIDDEN");
        program.post("foundation/auth/2fa/setup/").refused(403, "FORBIDDEN");
        program.post("foundation/organizations/", Map.of("name", "Mine", "type", "COMPANY"))
                .refused(403, "FORBIDDEN");
    }

    @Test
    void whoManagesTheOrganizationSeesAndEndsItsKeys() {
        Client member = People.newMember(owner, organization, "MEMBER");
        Client admin = People.newMember(owner, organization, "ADMIN");
        Answer made = make(member, "MEMBER").expect(201);

        assertThat(admin.get(KEYS + "?organization_id=" + organization).text()).contains(made.id());
        People.newMember(owner, organization, "MEMBER")
                .get(KEYS + made.id() + "/")
                .refused(404, "NOT_FOUND");
        People.newUser().delete(KEYS + made.id() + "/").refused(404, "NOT_FOUND");
        admin.delete(KEYS + made.id() + "/").expect(204);
        holding(made).get("studio/projects/").refused(401, "UNAUTHENTICATED");
    }

    private Answer make(Client maker, String role) {
        return make(maker, role, Map.of());
    }

    private Answer make(Client maker, String role, Map<String, Object> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "A program", "organization_id", organization, "role", role));
        body.putAll(more);
        return maker.post(KEYS, body);
    }

    private static Client holding(Answer made) {
        return Client.anonymous().with("X-API-Key", made.at("key").asText());
    }

    private String memberId(String user) {
        for (var member : owner.get("foundation/organizations/" + organization + "/members/")
                .at("results")) {
            if (member.at("/user/id").asText().equals(user)) {
                return member.path("id").asText();
            }
        }
        throw new AssertionError("No member " + user);
    }
}
