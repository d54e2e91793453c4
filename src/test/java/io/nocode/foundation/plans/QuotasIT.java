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

    @Test
    void noMoreRowsAreTakenThanThePlanHasStorageFor() {
        Client superuser = Client.superuser();
        String plan = superuser
                .post(
                        "foundation/subscription-plans/",
                        Map.of(
                                "name",
                                "Nothing " + Ids.next(),
                                "price",
                                0,
                                "currency",
                                "EUR",
                                "billing_interval",
                                "monthly",
                                "limits",
                                Map.of(
                                        "max_projects", 5,
                                        "max_members", 5,
                                        "max_storage_gb", 0,
                                        "max_workflows", 5),
                                "trial_days",
                                0))
                .expect(201)
                .id();
        String project = People.newProject(owner, organization);
        String subscription = owner.get("foundation/subscriptions/current/?organization_id=" + organization)
                .expect(200)
                .id();
        owner.post("foundation/subscriptions/" + subscription + "/upgrade/", Map.of("plan_id", plan))
                .expect(200);
        owner.post(
                        "studio/schemas/",
                        Map.of(
                                "project",
                                project,
                                "table_name",
                                "things",
                                "display_name",
                                "Things",
                                "fields_config",
                                List.of(Map.of("name", "title", "type", "string", "unique", true))))
                .expect(201);
        String rows = "runtime/projects/" + project + "/tables/things/";

        Answer refused = owner.post(rows, Map.of("title", "one")).refused(409, "PLAN_LIMIT");
        assertThat(refused.at("details/limit").asText()).isEqualTo("max_storage_gb");
        owner.post(
                        rows + "bulk/",
                        Map.of(
                                "operation", "upsert",
                                "on_conflict", "title",
                                "records", List.of(Map.of("title", "two"))))
                .refused(409, "PLAN_LIMIT");
        assertThat(owner.get(rows).expect(200).at("count").asInt()).isZero();
    }

    private Answer project() {
        return owner.post("studio/projects/", Map.of("name", "Project " + Ids.next(), "organization_id", organization));
    }
}
