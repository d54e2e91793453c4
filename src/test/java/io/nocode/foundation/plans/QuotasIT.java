package io.nocode.foundation.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan allows is held where a thing is made, however many make it at once. */
class QuotasIT {
    private final Client owner = People.newUser();
    private final String organization = People.newOrganization(owner);

    @Test
    void theLastProjectOfAPlanIsMadeOnce() {
        for (int i = 0; i < 4; i++) {
            People.newProject(owner, organization);
        }

        List<Answer> answers = AtOnce.run(50, i -> project());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.refused(409, "PLAN_LIMIT"));
        assertThat(owner.get("studio/projects/?organization_id=" + organization)
                        .at("count")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void theRefusalSaysWhatIsOverAndByHowMuch() {
        for (int i = 0; i < 5; i++) {
            People.newProject(owner, organization);
        }
        Answer refused = owner.with("Accept-Language", "fr")
                .post("studio/projects/", Map.of("name", "One more", "organization_id", organization))
                .refused(409, "PLAN_LIMIT");
        assertThat(refused.at("details").toString())
                .contains("\"limit\":\"max_projects\"", "\"allowed\":5", "\"used\":5", "\"plan\":\"Starter\"");
        assertThat(refused.at("error").asText()).contains("Starter", "5");
    }

    private Answer project() {
        return owner.post("studio/projects/", Map.of("name", "Project " + Ids.next(), "organization_id", organization));
    }
}
