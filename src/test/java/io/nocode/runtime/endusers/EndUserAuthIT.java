package io.nocode.runtime.endusers;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.LiveApp;
import io.nocode.testing.People;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Security cases S16, S17, S20, S27 for end users, and what keeps realms apart. */
class EndUserAuthIT {
    private static LiveApp app;
    private static LiveApp other;
    private final Client anonymous = Client.anonymous();

    @BeforeAll
    static void twoApplicationsOfOneProject() {
        app = LiveApp.open();
        other = app.another("prod");
    }

    @Test
    void whoRegistersConfirmsTheAddressAndSignsIn() {
        String email = People.newEmail();
        Answer registered = app.register(email).expect(201);
        assertThat(registered.at("user/role").asText()).isEqualTo("CLIENT");
        assertThat(registered.text()).doesNotContain("password_hash");
        app.login(email, People.PASSWORD).refused(403, "EMAIL_NOT_VERIFIED");
        app.verify(email);
        Answer login = app.login(email.toUpperCase(java.util.Locale.ROOT), People.PASSWORD)
                .expect(200);
        Client user =
                anonymous.with("Authorization", "Bearer " + login.at("access").asText());
        assertThat(user.get(app.auth() + "me/").expect(200).at("email").asText())
                .isEqualTo(email);
    }

    @Test
    void oneAddressIsThreePeople() {
        String email = People.newEmail();
        People.newUser(email);
        app.register(email).expect(201);
        other.register(email).expect(201);
        app.register(email).refused(409, "EMAIL_TAKEN").blaming("email");
        assertThat(app.accountOf(email)).isNotEqualTo(other.accountOf(email));
    }

    @Test
    void aTokenIsNothingOutsideOfItsRealm() {
        String email = app.newEndUser();
        Client user = app.signedIn(email);
        user.get(app.auth() + "me/").expect(200);
        for (String elsewhere : List.of(
                "foundation/users/profile/",
                "foundation/organizations/",
                "studio/projects/",
                "studio/projects/" + app.project + "/",
                "runtime/apps/",
                "runtime/apps/" + app.id + "/",
                "runtime/apps/" + app.id + "/users/",
                "automation/workflows/",
                "insights/activities/",
                "runtime/apps/" + other.id + "/auth/me/")) {
            user.get(elsewhere).refused(401, "UNAUTHENTICATED");
        }
        anonymous
                .post("foundation/auth/verify/", Map.of("token", bearer(app, email)))
                .refused(401, "INVALID_TOKEN");
        app.owner.get(app.auth() + "me/").refused(401, "UNAUTHENTICATED");
        app.owner.post(app.auth() + "logout/", Map.of("refresh", "none")).refused(401, "UNAUTHENTICATED");
        app.owner.get(app.address() + "app.json").refused(401, "UNAUTHENTICATED");
        other.signedIn(other.newEndUser()).get(app.address() + "app.json").refused(401, "UNAUTHENTICATED");
    }

    @Test
    void aRefreshTokenOfAnotherRealmIsRefusedAndStaysGood() {
        String email = app.newEndUser();
        String refresh =
                app.login(email, People.PASSWORD).expect(200).at("refresh").asText();
        anonymous.post("foundation/auth/refresh/", Map.of("refresh", refresh)).refused(401, "INVALID_TOKEN");
        anonymous.post(other.auth() + "refresh/", Map.of("refresh", refresh)).refused(401, "INVALID_TOKEN");
        anonymous.post(app.auth() + "refresh/", Map.of("refresh", refresh)).expect(200);
        String builder = People.newEmail();
        People.newUser(builder);
        String theirs = anonymous
                .post("foundation/auth/login/", Map.of("email", builder, "password", People.PASSWORD))
                .at("refresh")
                .asText();
        anonymous.post(app.auth() + "refresh/", Map.of("refresh", theirs)).refused(401, "INVALID_TOKEN");
        anonymous.post("foundation/auth/refresh/", Map.of("refresh", theirs)).expect(200);
    }

    @Test
    void twentyTabsGetTheSameSuccessor() {
        String email = app.newEndUser();
        String refresh =
                app.login(email, People.PASSWORD).expect(200).at("refresh").asText();
        List<Answer> answers = AtOnce.run(20, i -> anonymous.post(app.auth() + "refresh/", Map.of("refresh", refresh)));
        Set<String> successors = answers.stream()
                .map(answer -> answer.expect(200).at("refresh").asText())
                .collect(Collectors.toSet());
        assertThat(successors).hasSize(1);
    }

    @Test
    void whoSignsOutIsOut() {
        String email = app.newEndUser();
        Answer login = app.login(email, People.PASSWORD).expect(200);
        Client user =
                anonymous.with("Authorization", "Bearer " + login.at("access").asText());
        Answer out = user.post(
                        app.auth() + "logout/",
                        Map.of("refresh", login.at("refresh").asText()))
                .expect(200);
        assertThat(out.at("token_revoked").asBoolean()).isTrue();
        user.get(app.auth() + "me/").refused(401, "UNAUTHENTICATED");
        anonymous
                .post(
                        app.auth() + "refresh/",
                        Map.of("refresh", login.at("refresh").asText()))
                .refused(401, "INVALID_TOKEN");
    }

    @Test
    void aMailedLinkWorksOnceAtItsOwnApplicationAndForItsOwnPurpose() {
        String email = People.newEmail();
        app.register(email).expect(201);
        String token = People.tokenMailedTo(email);
        Map<String, String> body = Map.of("token", token);
        anonymous.post(other.auth() + "verify-email/", body).refused(400, "INVALID_LINK");
        anonymous.post("foundation/auth/verify-email/", body).refused(400, "INVALID_LINK");
        anonymous
                .post(app.auth() + "password-reset/confirm/", newPassword(token))
                .refused(400, "INVALID_LINK");
        anonymous
                .post(app.auth() + "verify-email/", Map.of("token", Map.of("$ne", 1)))
                .refused(400, "INVALID");
        anonymous.post(app.auth() + "verify-email/", body).expect(200);
        anonymous.post(app.auth() + "verify-email/", body).refused(400, "INVALID_LINK");
    }

    @Test
    void aNewPasswordEndsEverySignIn() {
        String email = app.newEndUser();
        Client user = app.signedIn(email);
        Answer known = anonymous
                .post(app.auth() + "password-reset/", Map.of("email", email))
                .expect(200);
        Answer unknown = anonymous
                .post(app.auth() + "password-reset/", Map.of("email", People.newEmail()))
                .expect(200);
        assertThat(known.text()).isEqualTo(unknown.text());
        String token = io.nocode.testing.Wait.until(
                () -> anonymous.get("dev/mailbox/?to=" + email).at("0/links/0").asText(),
                link -> link.contains(app.address() + "-/reset-password?token="));
        anonymous
                .post(app.auth() + "password-reset/confirm/", newPassword(token.substring(token.indexOf("token=") + 6)))
                .expect(200);
        user.get(app.auth() + "me/").refused(401, "UNAUTHENTICATED");
        app.login(email, People.PASSWORD).refused(401, "INVALID_CREDENTIALS");
        app.login(email, "Another1horse").expect(200);
    }

    @Test
    void whoGuessesHasToWaitButNotAtAnotherApplication() {
        String email = People.newEmail();
        app.register(email).expect(201);
        other.register(email).expect(201);
        for (int i = 0; i < 10; i++) {
            app.login(email, "Wrong1horse").refused(401, "INVALID_CREDENTIALS");
        }
        Answer held = app.login(email, People.PASSWORD).refused(429, "TOO_MANY_REQUESTS");
        assertThat(held.header("Retry-After")).isNotEmpty();
        other.login(email, "Wrong1horse").refused(401, "INVALID_CREDENTIALS");
    }

    @Test
    void ofTwentyRegistrationsAtOnceOneIsTaken() {
        String email = People.newEmail();
        List<Integer> statuses = AtOnce.run(20, i -> app.register(email).status());
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    }

    @Test
    void theConfigurationDecidesWhoGetsAnAccount() {
        LiveApp mine = app.another("prod");
        mine.configure(Map.of("accounts", Map.of("registration", "invite")));
        mine.register(People.newEmail()).refused(403, "REGISTRATION_CLOSED");
        String users = "runtime/apps/" + mine.id + "/users/";
        String email = People.newEmail();
        mine.owner.post(users, Map.of("email", email, "role", "MEMBER")).expect(201);
        anonymous
                .post(mine.auth() + "password-reset/confirm/", newPassword(People.tokenMailedTo(email)))
                .expect(200);
        assertThat(mine.login(email, "Another1horse")
                        .expect(200)
                        .at("user/role")
                        .asText())
                .isEqualTo("MEMBER");
        mine.configure(Map.of(
                "accounts",
                Map.of(
                        "registration", "closed",
                        "roles", List.of("clerk", "CLIENT"),
                        "default_role", "clerk")));
        mine.owner.post(users, Map.of("email", People.newEmail())).refused(403, "REGISTRATION_CLOSED");
        mine.owner
                .patch(users + mine.accountOf(email) + "/", Map.of("role", "ADMIN"))
                .refused(400, "INVALID")
                .blaming("role");
        mine.owner
                .patch(users + mine.accountOf(email) + "/", Map.of("role", "clerk"))
                .expect(200);
        mine.owner
                .patch(
                        "runtime/apps/" + mine.id + "/",
                        Map.of("configuration", Map.of("accounts", Map.of("default_role", "nobody"))))
                .refused(400, "INVALID")
                .blaming("configuration.accounts.default_role");
    }

    @Test
    void anApplicationMayAskForLongerPasswords() {
        LiveApp mine = app.another("prod");
        mine.configure(Map.of("accounts", Map.of("registration", "open", "password_min_length", 14)));
        mine.register(People.newEmail()).refused(400, "WEAK_PASSWORD").blaming("password");
    }

    @Test
    void aChangeIsFeltByTheVeryNextRequest() {
        String email = app.newEndUser();
        Client user = app.signedIn(email);
        String account = "runtime/apps/" + app.id + "/users/" + app.accountOf(email) + "/";
        app.owner.patch(account, Map.of("role", "MEMBER")).expect(200);
        assertThat(user.get(app.address() + "app.json")
                        .expect(200)
                        .json()
                        .path("pages")
                        .findValuesAsText("name"))
                .contains("Office");
        app.owner.patch(account, Map.of("is_active", false)).expect(200);
        user.get(app.auth() + "me/").refused(401, "UNAUTHENTICATED");
        user.get(app.address() + "app.json").refused(401, "UNAUTHENTICATED");
        app.login(email, People.PASSWORD).refused(403, "ACCOUNT_DISABLED");
        app.owner.patch(account, Map.of("is_active", true)).expect(200);
        Client again = app.signedIn(email);
        app.owner.delete(account).expect(204);
        again.get(app.auth() + "me/").refused(401, "UNAUTHENTICATED");
        app.login(email, People.PASSWORD).refused(401, "INVALID_CREDENTIALS");
    }

    @Test
    void whoManagesAnApplicationManagesItsEndUsersAndNobodyElse() {
        String users = "runtime/apps/" + app.id + "/users/";
        String account = app.accountOf(app.newEndUser());
        Client member = People.newMember(app.owner, app.organization, "MEMBER");
        member.get(users).refused(403, "FORBIDDEN");
        member.patch(users + account + "/", Map.of("role", "ADMIN")).refused(403, "FORBIDDEN");
        People.newUser().get(users).refused(404, "NOT_FOUND");
        app.owner.get("runtime/apps/" + other.id + "/users/" + account + "/").refused(404, "NOT_FOUND");
        app.owner
                .patch(users + account + "/", Map.of("email", "other@example.org"))
                .refused(400, "UNKNOWN_FIELD");
    }

    @Test
    void environmentsHaveAccountsOfTheirOwn() {
        LiveApp staging = app.another("staging");
        String email = staging.newEndUser();
        staging.login(email, People.PASSWORD).expect(200);
        anonymous
                .post(staging.auth() + "login/?environment=prod", Map.of("email", email, "password", People.PASSWORD))
                .refused(401, "INVALID_CREDENTIALS");
        Client user = staging.signedIn(email);
        user.get(staging.address() + "app.json").expect(200);
        user.get("/apps/" + staging.slug + "/app.json").refused(401, "UNAUTHENTICATED");
        user.get(staging.rows() + "?environment=prod").refused(404, "NOT_FOUND");
    }

    @Test
    void whatIsNotLiveLetsNobodyIn() {
        String unknown = "runtime/apps/" + io.nocode.shared.id.Ids.next() + "/auth/login/";
        Map<String, String> body = Map.of("email", "a@example.org", "password", "Wrong1horse");
        anonymous.post(unknown, body).refused(404, "NOT_FOUND");
        LiveApp elsewhere = LiveApp.open();
        String notYet = elsewhere
                .owner
                .post("runtime/apps/", Map.of("project", elsewhere.project, "name", "Draft", "environment", "staging"))
                .expect(201)
                .id();
        anonymous.post("runtime/apps/" + notYet + "/auth/login/", body).refused(404, "NOT_FOUND");
    }

    private static String bearer(LiveApp where, String email) {
        return where.login(email, People.PASSWORD).expect(200).at("access").asText();
    }

    private static Map<String, String> newPassword(String token) {
        return Map.of("token", token, "new_password", "Another1horse", "new_password_confirm", "Another1horse");
    }
}
