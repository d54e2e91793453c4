package io.nocode.foundation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Security case S18: what somebody may no longer do, the very next request may not. TwoNodesIT has the other nodes. */
class StaleAuthorityIT {
    private static final String PROFILE = "foundation/users/profile/";
    private static final String SESSIONS = "foundation/auth/sessions/";

    private final Client owner = People.newUser();
    private final String organization = "foundation/organizations/" + People.newOrganization(owner) + "/";
    private final String project = People.newProject(owner, organization.split("/")[2]);

    @Test
    void aLowerRoleAndARemovalAreFeltAtOnce() {
        Client member = People.newMember(owner, organization.split("/")[2], "MEMBER");
        String path = organization + "members/" + membership(member) + "/";
        member.patch("studio/projects/" + project + "/", Map.of("description", "a"))
                .expect(200);

        owner.patch(path, Map.of("role", "VIEWER")).expect(200);
        member.patch("studio/projects/" + project + "/", Map.of("description", "b"))
                .refused(403, "FORBIDDEN");
        member.get("studio/projects/" + project + "/").expect(200);

        owner.delete(path).expect(204);
        member.get("studio/projects/" + project + "/").refused(404, "NOT_FOUND");
        assertThat(owner.get("studio/projects/" + project + "/")
                        .at("description")
                        .asText())
                .isEqualTo("a");
    }

    @Test
    void anEndedSignInIsOutAtOnceAndTheOthersStay() {
        String email = People.newEmail();
        Client here = People.newUser(email);
        Answer there = Client.anonymous()
                .with("User-Agent", "elsewhere")
                .post("foundation/auth/login/", Map.of("email", email, "password", People.PASSWORD))
                .expect(200);
        Client elsewhere = Client.anonymous()
                .with("Authorization", "Bearer " + there.at("access").asText());

        for (JsonNode session : here.get(SESSIONS).expect(200).at("results")) {
            if (session.path("device").asText().equals("elsewhere")) {
                assertThat(session.path("current").asBoolean()).isFalse();
                here.delete(SESSIONS + session.path("id").asText() + "/").expect(204);
            }
        }

        elsewhere.get(PROFILE).refused(401, "UNAUTHENTICATED");
        Client.anonymous()
                .post(
                        "foundation/auth/refresh/",
                        Map.of("refresh", there.at("refresh").asText()))
                .refused(401, "INVALID_TOKEN");
        here.get(PROFILE).expect(200);
    }

    @Test
    void nobodyEndsTheSignInsOfOthers() {
        Client other = People.newUser();
        String session = other.get(SESSIONS).at("results/0/id").asText();

        owner.delete(SESSIONS + session + "/").refused(404, "NOT_FOUND");

        other.get(PROFILE).expect(200);
    }

    private String membership(Client member) {
        String email = member.get(PROFILE).at("email").asText();
        return owner.get(organization + "members/?search=" + email)
                .expect(200)
                .at("results/0/id")
                .asText();
    }
}
