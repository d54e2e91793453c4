package io.nocode.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payment methods: what is kept of them, and what is refused. */
class PaymentMethodsIT {
    private static final String PATH = "foundation/payment-methods/";
    private final Client owner = People.newUser();
    private final String organization = People.newOrganization(owner);

    @Test
    void theFirstMethodIsTheDefaultAndItsTokenIsNeverShown() {
        Answer made = add("tok_canary_1").expect(201);
        assertThat(made.header("Location")).endsWith(PATH + made.id() + "/");
        assertThat(made.at("is_default").asBoolean()).isTrue();
        assertThat(made.at("type").asText()).isEqualTo("credit_card");
        assertThat(made.at("provider").asText()).isEqualTo("manual");
        assertThat(made.text()).doesNotContain("canary");
        assertThat(owner.get(PATH).expect(200).text()).doesNotContain("canary");
        assertThat(add("tok_2").expect(201).at("is_default").asBoolean()).isFalse();
        owner.post(PATH, Map.of("organization_id", organization, "type", "invoice"))
                .expect(201);
        owner.post(PATH, Map.of("organization_id", organization, "type", "sepa_debit"))
                .refused(400, "INVALID")
                .blaming("provider_token");
        owner.post(PATH, "{\"type\": \"cash\", \"brand\": \"visa\"}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("type")
                .blaming("organization_id")
                .blaming("brand");
    }

    @Test
    void thereIsOneDefaultHoweverManyAskAtOnce() {
        List<String> ids = AtOnce.run(10, i -> add("tok_" + i).expect(201).id());
        AtOnce.run(50, i -> owner.post(PATH + ids.get(i % 10) + "/default/").expect(200));
        Answer all = owner.get(PATH + "?organization_id=" + organization).expect(200);
        assertThat(all.at("count").asInt()).isEqualTo(10);
        long defaults = 0;
        for (JsonNode method : all.at("results")) {
            defaults += method.path("is_default").asBoolean() ? 1 : 0;
        }
        assertThat(defaults).isEqualTo(1);
    }

    @Test
    void aMethodIsChangedAndRemoved() {
        String one = PATH + add("tok_1").id() + "/";
        Answer seen = owner.get(one).expect(200);
        assertThat(owner.patch(one, "{\"is_default\": false}")
                        .expect(200)
                        .at("is_default")
                        .asBoolean())
                .isFalse();
        owner.with("If-Match", seen.header("ETag"))
                .patch(one, "{\"is_default\": true}")
                .refused(412, "PRECONDITION_FAILED");
        owner.patch(one, "{\"provider_token\": \"tok_new\"}").expect(200);
        owner.patch(one, "{\"organization_id\": \"" + Ids.next() + "\"}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("organization_id");
        owner.patch(one, "{\"brand\": \"visa\", \"last4\": \"4242\"}").refused(400, "UNKNOWN_FIELD");
        owner.delete(one).expect(204);
        owner.get(one).refused(404, "NOT_FOUND");
        owner.delete(one).refused(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"provider_token\": \"4242424242424242\"",
                "\"provider_token\": \"4242 4242-4242.4242\"",
                "\"provider_token\": 4242424242424242",
                "\"card\": {\"number\": \"4242 4242 4242 4242\"}",
                "\"note\": \"my card is 3782 822463 10005, thanks\"",
                "\"4242424242424242\": 1",
            })
    void aCardNumberInAnyFieldIsRefusedAndNotSaidBack(String field) {
        Answer refused = owner.post(
                        PATH,
                        "{\"organization_id\": \"" + organization + "\", \"type\": \"credit_card\", " + field + "}")
                .refused(400, "CARD_NUMBER");
        assertThat(refused.text()).doesNotContain("4242", "3782");
        assertThat(owner.get(PATH).at("count").asInt()).isZero();
    }

    @Test
    void adminsSeeOwnersChangeAndOthersLearnNothing() {
        String one = PATH + add("tok_1").id() + "/";
        Client admin = People.newMember(owner, organization, "ADMIN");
        Client member = People.newMember(owner, organization, "MEMBER");
        Client stranger = People.newUser();
        String theirs = People.newOrganization(stranger);
        admin.get(one).expect(200);
        member.get(one).refused(403, "FORBIDDEN");
        stranger.get(one).refused(404, "NOT_FOUND");
        for (Client each : List.of(admin, member)) {
            each.patch(one, "{\"is_default\": true}").refused(403, "FORBIDDEN");
            each.post(one + "default/").refused(403, "FORBIDDEN");
            each.delete(one).refused(403, "FORBIDDEN");
            each.post(PATH, Map.of("organization_id", organization, "type", "invoice"))
                    .refused(403, "FORBIDDEN");
        }
        stranger.patch(one, "{\"is_default\": true}").refused(404, "NOT_FOUND");
        stranger.post(one + "default/").refused(404, "NOT_FOUND");
        stranger.delete(one).refused(404, "NOT_FOUND");
        stranger.post(PATH, Map.of("organization_id", organization, "type", "invoice"))
                .refused(404, "NOT_FOUND");
        assertThat(stranger.get(PATH + "?organization_id=" + organization)
                        .at("count")
                        .asInt())
                .isZero();
        // Somebody else's method is none to pay with.
        String subscription = stranger.get("foundation/subscriptions/current/?organization_id=" + theirs)
                .id();
        stranger.post("foundation/subscriptions/" + subscription + "/cancel/", Map.of("at_period_end", false))
                .expect(200);
        String plan = stranger.get("foundation/subscription-plans/")
                .at("results/0/id")
                .asText();
        stranger.post(
                        "foundation/subscriptions/",
                        Map.of(
                                "organization_id",
                                theirs,
                                "plan_id",
                                plan,
                                "payment_method_id",
                                one.substring(PATH.length(), one.length() - 1)))
                .refused(404, "NOT_FOUND");
    }

    private Answer add(String token) {
        return owner.post(
                PATH, Map.of("organization_id", organization, "type", "credit_card", "provider_token", token));
    }
}
