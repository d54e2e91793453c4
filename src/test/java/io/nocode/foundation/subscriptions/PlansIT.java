package io.nocode.foundation.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import org.junit.jupiter.api.Test;

/** The plans, which anybody may see. */
class PlansIT {
    private final Client nobody = Client.anonymous();

    @Test
    void thePlansAreListedFromTheSmallest() {
        Answer plans = nobody.get("foundation/subscription-plans/").expect(200);
        assertThat(plans.json().findValuesAsText("name"))
                .containsExactly("Starter", "Professional", "Business", "Enterprise");
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
}
