package io.nocode.foundation.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import org.junit.jupiter.api.Test;

/** The plans, which anybody may see. */
class PlansIT {
    private final Client nobody = Client.anonymous();

    @Test
    void thePlansAreListedFromTheSmallest() {
        Answer plans = nobody.get("foundation/subscription-plans/").expect(200);
        assertThat(plans.json().findValuesAsText("name"))
                .startsWith("Starter", "Professional", "Business", "Enterprise");
        assertThat(plans.text()).contains("\"price\":99.99");
        assertThat(plans.at("results/0/limits/max_projects").asInt()).isEqualTo(5);
        assertThat(plans.at("results/1/limits/max_projects").asInt()).isEqualTo(-1);
    }

    @Test
    void plansAreComparedInTheOrderAsked() {
        Answer plans = nobody.get("foundation/subscription-plans/");
        String first = plans.at("results/0/id").asText();
        String second = plans.at("results/1/id").asText();

        Answer comparison = nobody.get("foundation/subscription-plans/compare/?ids=" + second + "," + first)
                .expect(200);

        assertThat(comparison.json().findValuesAsText("id")).containsExactly(second, first);
        nobody.get("foundation/subscription-plans/compare/")
                .refused(400, "INVALID")
                .blaming("ids");
        nobody.get("foundation/subscription-plans/compare/?ids=x")
                .refused(400, "INVALID")
                .blaming("ids");
        nobody.get("foundation/subscription-plans/00000000-0000-7000-8000-000000000000/")
                .refused(404, "NOT_FOUND");
    }

    @Test
    void superusersAloneEditPlans() {
        String path = "foundation/subscription-plans/";
        String name = "Plan " + Ids.next();
        Client user = People.newUser();
        user.post(path, plan(name)).refused(403, "FORBIDDEN");
        nobody.post(path, plan(name)).refused(401, "UNAUTHENTICATED");
        Client superuser = Client.superuser();
        Answer made = superuser.post(path, plan(name)).expect(201);
        String one = path + made.id() + "/";
        assertThat(made.header("Location")).endsWith(one);
        superuser.post(path, plan(name)).refused(409, "PLAN_NAME_TAKEN").blaming("name");
        superuser
                .post(path, plan(name).replace("12.5", "12.555").replace("\"EUR\"", "\"euro\""))
                .refused(400, "INVALID")
                .blaming("price")
                .blaming("currency");
        superuser
                .patch(one, "{\"id\": \"" + Ids.next() + "\", \"created_at\": null}")
                .refused(400, "UNKNOWN_FIELD");
        user.patch(one, "{\"price\": 0}").refused(403, "FORBIDDEN");
        user.delete(one).refused(403, "FORBIDDEN");

        Answer patched = superuser
                .patch(one, "{\"price\": 13, \"limits\": {\"max_members\": 7}}")
                .expect(200);
        assertThat(patched.text()).contains("\"price\":13.00");
        assertThat(patched.at("limits/max_members").asInt()).isEqualTo(7);
        assertThat(patched.at("limits/max_projects").asInt()).isEqualTo(-1);
        superuser.with("If-Match", made.header("ETag")).put(one, plan(name)).refused(412, "PRECONDITION_FAILED");
        superuser.put(one, plan(name)).expect(200);
        superuser.delete(one).expect(204);
        nobody.get(one).refused(404, "NOT_FOUND");
        String starter = nobody.get(path).at("results/0/id").asText();
        superuser.delete(path + starter + "/").refused(409, "PLAN_IN_USE");
    }

    private static String plan(String name) {
        return """
                {"name": "%s", "description": "For a test", "price": 12.5, "currency": "EUR",
                 "billing_interval": "monthly", "features": ["Much"], "trial_days": 0,
                 "limits": {"max_projects": -1, "max_members": 3, "max_storage_gb": 1, "max_workflows": 50}}
                """.formatted(name);
    }
}
