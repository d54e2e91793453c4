package io.nocode.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why somebody may do something. */
class ExplainIT {
    private static final String EXPLAIN = "foundation/access/explain/?action=";

    private final Client owner = People.newUser();
    private final String organization = People.newOrganization(owner);
    private final String project = People.newProject(owner, organization);
    private final Client viewer = People.newMember(owner, organization, "VIEWER");
    private final String viewerId = viewer.get("foundation/users/profile/").id();

    @Test
    void anAdministratorLearnsWhichRoleRefuses() {
        Answer answer = owner.get(EXPLAIN + "studio_edit&resource=project:" + project + "&user_id=" + viewerId)
                .expect(200);

        assertThat(answer.only("action", "resource", "allowed", "rule", "role", "required_role", "explanation"))
                .hasToString("""
                        {"action":"studio_edit","resource":"project:%s","allowed":false,"rule":"ROLE_TOO_LOW",\
                        "role":"VIEWER","required_role":"MEMBER","explanation":"Refused: the role VIEWER is below MEMBER."}""".formatted(project));
        assertThat(owner.with("Accept-Language", "fr")
                        .get(EXPLAIN + "studio_see&resource=" + project + "&user_id=" + viewerId)
                        .expect(200)
                        .at("explanation")
                        .asText())
                .isEqualTo("Permis : le rôle VIEWER suffit, VIEWER est requis.");
    }

    @Test
    void whatIsPermittedBeyondTheRoleIsTold() {
        String members = "foundation/organizations/" + organization + "/members/";
        for (var member : owner.get(members).at("results")) {
            if (member.at("/user/id").asText().equals(viewerId)) {
                owner.patch(members + member.path("id").asText() + "/", "{\"permissions\": [\"studio_edit\"]}")
                        .expect(200);
            }
        }
        assertThat(owner.get(EXPLAIN + "studio_edit&resource=" + project + "&user_id=" + viewerId)
                        .at("rule")
                        .asText())
                .isEqualTo("PERMISSION");
        viewer.patch("studio/projects/" + project + "/", Map.of("description", "mine"))
                .expect(200);
    }

    @Test
    void theAnswerIsForAdministratorsOfTheResource() {
        String url = EXPLAIN + "studio_edit&resource=organization:" + organization;
        viewer.get(url).refused(403, "FORBIDDEN");
        People.newUser().get(url).refused(404, "NOT_FOUND");
        assertThat(Client.superuser().get(url).expect(200).at("rule").asText()).isEqualTo("SUPERUSER");
        assertThat(owner.get(url).at("rule").asText()).isEqualTo("ROLE");
        assertThat(owner.get(url + "&user_id="
                                + People.newUser()
                                        .get("foundation/users/profile/")
                                        .id())
                        .at("rule")
                        .asText())
                .isEqualTo("NO_PART");
    }

    @Test
    void whatIsAskedMustBeSomething() {
        owner.get("foundation/access/explain/")
                .refused(400, "INVALID")
                .blaming("action")
                .blaming("resource");
        owner.get(EXPLAIN + "fly&resource=moon:" + project)
                .refused(400, "INVALID")
                .blaming("action")
                .blaming("resource");
        owner.get(EXPLAIN + "studio_see&resource=project:" + viewerId).refused(404, "NOT_FOUND");
    }
}
