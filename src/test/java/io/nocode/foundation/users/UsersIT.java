package io.nocode.foundation.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Profiles, and the administration of accounts. */
class UsersIT {
    private static final String PROFILE = "foundation/users/profile/";

    private final String email = People.newEmail();
    private final Client user = People.newUser(email);
    private final Client superuser = Client.superuser();

    @Test
    void aProfileIsReplacedAndMerged() {
        user.patch(PROFILE, Map.of("country", "FR", "timezone", "Europe/Paris")).expect(200);
        Answer merged =
                user.patch(PROFILE, "{\"country\": null, \"language\": \"fr\"}").expect(200);
        assertThat(merged.at("country").isNull()).isTrue();
        assertThat(merged.at("timezone").asText()).isEqualTo("Europe/Paris");
        assertThat(merged.at("first_name").asText()).isEqualTo("Zoé");

        Answer replaced = user.put(PROFILE, Map.of("first_name", "Zoe", "last_name", "Miller"))
                .expect(200);
        assertThat(replaced.at("full_name").asText()).isEqualTo("Zoe Miller");
        assertThat(replaced.at("timezone").asText()).isEqualTo("UTC");
    }

    @Test
    void nobodyMakesThemselvesMore() {
        for (String property : new String[] {
            "is_superuser", "is_staff", "is_active", "email_verified", "id", "email", "created_at", "password"
        }) {
            user.patch(PROFILE, Map.of(property, true))
                    .refused(400, "UNKNOWN_FIELD")
                    .blaming(property);
        }
        user.patch(PROFILE, Map.of("timezone", "Mars/Olympus"))
                .refused(400, "INVALID")
                .blaming("timezone");
    }

    @Test
    void whoWasSlowerIsTold() {
        String tag = user.get(PROFILE).header("ETag");
        assertThat(user.with("If-None-Match", tag).get(PROFILE).status()).isEqualTo(304);
        user.with("If-Match", tag).patch(PROFILE, Map.of("country", "FR")).expect(200);
        user.with("If-Match", tag).patch(PROFILE, Map.of("country", "DE")).refused(412, "PRECONDITION_FAILED");
        assertThat(user.get(PROFILE).at("country").asText()).isEqualTo("FR");
    }

    @Test
    void theAdministrationIsForSuperusersAlone() {
        String id = user.get(PROFILE).id();
        user.get("foundation/users/").refused(403, "FORBIDDEN");
        user.get("foundation/users/stats/").refused(403, "FORBIDDEN");
        user.get("foundation/users/" + id + "/").refused(403, "FORBIDDEN");
        user.post("foundation/users/" + id + "/deactivate/").refused(403, "FORBIDDEN");
        user.delete("foundation/users/" + id + "/").refused(403, "FORBIDDEN");
        People.newUser().get(PROFILE + id + "/").refused(404, "NOT_FOUND");
        superuser.get(PROFILE + id + "/").expect(200);
    }

    @Test
    void aClosedAccountIsOutAtOnceAndComesBackOnlyByANewSignIn() {
        String account = "foundation/users/" + user.get(PROFILE).id() + "/";
        superuser.post(account + "deactivate/").expect(200);

        user.get(PROFILE).refused(401, "UNAUTHENTICATED");
        Map<String, String> login = Map.of("email", email, "password", People.PASSWORD);
        Client.anonymous().post("foundation/auth/login/", login).refused(403, "ACCOUNT_DISABLED");

        superuser.post(account + "reactivate/").expect(200);
        user.get(PROFILE).refused(401, "UNAUTHENTICATED");
        Client.signedIn(email, People.PASSWORD).get(PROFILE).expect(200);
    }

    @Test
    void theLastSuperuserStays() {
        String account = "foundation/users/" + superuser.get(PROFILE).id() + "/";
        superuser.post(account + "deactivate/").refused(409, "LAST_SUPERUSER");
        superuser.delete(account).refused(409, "LAST_SUPERUSER");
    }

    @Test
    void anErasedAccountIsFoundNoMore() {
        String id = user.get(PROFILE).id();
        superuser.delete("foundation/users/" + id + "/").expect(204);

        superuser.get("foundation/users/" + id + "/").refused(404, "NOT_FOUND");
        assertThat(superuser
                        .get("foundation/users/?search=" + email)
                        .at("count")
                        .asInt())
                .isZero();
        user.get(PROFILE).refused(401, "UNAUTHENTICATED");
        People.register(email).expect(201);
    }

    @Test
    void peopleAreFoundWithinTheCallersOrganizationsOnly() {
        String organization = People.newOrganization(user);
        Client colleague = People.newMember(user, organization, "MEMBER");

        assertThat(colleague
                        .get("foundation/users/search/?q=" + email)
                        .at("results/0/email")
                        .asText())
                .isEqualTo(email);
        assertThat(People.newUser()
                        .get("foundation/users/search/?q=" + email)
                        .at("count")
                        .asInt())
                .isZero();
        assertThat(superuser
                        .get("foundation/users/search/?q=" + email)
                        .at("count")
                        .asInt())
                .isEqualTo(1);
        user.get("foundation/users/search/?q=z&limit=51")
                .refused(400, "INVALID")
                .blaming("q")
                .blaming("limit");
    }
}
