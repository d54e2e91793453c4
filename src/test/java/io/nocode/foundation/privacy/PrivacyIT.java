package io.nocode.foundation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people may ask about their own data. */
class PrivacyIT {
    private static final String EXPORT = "foundation/users/profile/export/";
    private static final String DELETE = "foundation/users/profile/delete/";
    private static final String PROFILE = "foundation/users/profile/";
    private static final String AGENT = "canary-browser/7";

    private final String email = People.newEmail();
    private final Client user = person();

    @Test
    void theExportHoldsWhatEveryModuleKeepsAndNoSecret() {
        String organization = People.newOrganization(user);
        String project = People.newProject(user, organization);
        String key = user.post(
                        "foundation/api-keys/",
                        Map.of("name", "Mine", "organization_id", organization, "role", "VIEWER"))
                .expect(201)
                .at("key")
                .asText();
        track(organization);

        Answer export = user.get(EXPORT).expect(200);

        assertThat(export.header("Content-Disposition")).isEqualTo("attachment; filename=\"personal-data.json\"");
        assertThat(export.at("account/email").asText()).isEqualTo(email);
        assertThat(export.at("data/sessions/1/device").asText()).isEqualTo(AGENT);
        assertThat(export.at("data/sign_in_attempts/0/address").asText()).isEqualTo("127.0.0.1");
        assertThat(export.at("data/organizations/0/id").asText()).isEqualTo(organization);
        assertThat(export.at("data/projects/0/id").asText()).isEqualTo(project);
        assertThat(export.at("data/api_keys/0/name").asText()).isEqualTo("Mine");
        assertThat(export.at("data/events/0/user_agent").asText()).isEqualTo(AGENT);
        assertThat(export.at("data/audit_log/0/action").asText()).isEqualTo("organization.created");
        assertThat(export.text())
                .doesNotContain(key)
                .doesNotContain("hash")
                .doesNotContain("secret")
                .doesNotContain("argon2");
        assertThat(People.newUser().get(EXPORT).expect(200).text())
                .doesNotContain(email)
                .doesNotContain(project);
    }

    @Test
    void anErasedPersonIsGoneAndWhatTheyDidNamesNobody() {
        Client owner = People.newUser();
        String organization = People.newOrganization(owner);
        owner.post(
                        "foundation/organizations/" + organization + "/members/",
                        Map.of("user_email", email, "role", "MEMBER"))
                .expect(201);
        String invitation =
                user.get("foundation/invitations/").at("results/0/id").asText();
        user.post("foundation/invitations/" + invitation + "/accept/").expect(200);
        String id = user.get(PROFILE).id();
        String event = track(organization);
        Client program = Client.anonymous()
                .with(
                        "X-API-Key",
                        user.post(
                                        "foundation/api-keys/",
                                        Map.of("name", "Mine", "organization_id", organization, "role", "VIEWER"))
                                .expect(201)
                                .at("key")
                                .asText());

        user.post(DELETE, Map.of("password", "Wrong1horse"))
                .refused(400, "WRONG_PASSWORD")
                .blaming("password");
        user.get(PROFILE).expect(200);
        user.post(DELETE, Map.of("password", People.PASSWORD)).expect(200);

        user.get(PROFILE).refused(401, "UNAUTHENTICATED");
        program.get("studio/projects/").refused(401, "UNAUTHENTICATED");
        Client.anonymous()
                .post("foundation/auth/login/", Map.of("email", email, "password", People.PASSWORD))
                .refused(401, "INVALID_CREDENTIALS");
        Client.superuser().get("foundation/users/" + id + "/").refused(404, "NOT_FOUND");
        for (String path : new String[] {
            "foundation/organizations/" + organization + "/members/",
            "foundation/organizations/" + organization + "/audit-log/",
            "foundation/users/search/?q=" + email,
            "insights/activities/"
        }) {
            assertThat(owner.get(path).expect(200).text())
                    .as(path)
                    .doesNotContain(email)
                    .doesNotContain(AGENT);
        }
        Answer kept = owner.get("insights/activities/" + event + "/").expect(200);
        assertThat(kept.text())
                .doesNotContain(AGENT)
                .doesNotContain("127.0.0.1")
                .doesNotContain("by-hand");
        assertThat(owner.get("foundation/organizations/" + organization + "/audit-log/verify/")
                        .expect(200)
                        .text())
                .doesNotContain("\"valid\":false");
        People.register(email).expect(201);
    }

    @Test
    void whoOwnsAnOrganizationGivesItAwayFirst() {
        People.newOrganization(user);

        user.post(DELETE, Map.of("password", People.PASSWORD)).refused(409, "OWNS_ORGANIZATIONS");

        user.get(PROFILE).expect(200);
        Client.signedIn(email, People.PASSWORD);
    }

    @Test
    void theLastSuperuserStays() {
        Client.superuser().post(DELETE, Map.of("password", "Admin12345")).refused(409, "LAST_SUPERUSER");
        Client.superuser().get(PROFILE).expect(200);
    }

    private Client person() {
        People.newUser(email);
        Client browser = Client.anonymous().with("User-Agent", AGENT);
        return browser.with(
                "Authorization",
                "Bearer "
                        + browser.post("foundation/auth/login/", Map.of("email", email, "password", People.PASSWORD))
                                .expect(200)
                                .at("access")
                                .asText());
    }

    private String track(String organization) {
        assertThat(user.get("foundation/organizations/" + organization + "/").status())
                .isEqualTo(200);
        return user.post(
                        "insights/track/",
                        Map.of(
                                "event_type",
                                "user_action",
                                "event_name",
                                "opened",
                                "properties",
                                Map.of("how", "by-hand")))
                .expect(201)
                .id();
    }
}
