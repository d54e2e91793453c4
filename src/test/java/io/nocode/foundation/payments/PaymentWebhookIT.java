package io.nocode.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.security.WebhookSignature;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What providers tell counts when it is signed, fresh and new (S26). */
class PaymentWebhookIT {
    private static final String PATH = "foundation/payments/webhook/manual/";
    private final Client owner = People.newUser();
    private final JsonNode invoice = invoice();
    private final String body = body("evt_" + Ids.next(), invoice.path("total").asText());

    @Test
    void aSignedMessagePaysTheInvoiceOnceAndItsReplayIsIgnored() {
        List<Answer> answers = AtOnce.run(20, i -> send(body, Instant.now(), "development"));
        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers)
                .filteredOn(answer -> !answer.at("replayed").asBoolean())
                .hasSize(1);
        assertThat(status()).isEqualTo("PAID");
        assertThat(send(body, Instant.now(), "development").at("replayed").asBoolean())
                .isTrue();
    }

    @Test
    void whatIsForgedOrOldChangesNothing() {
        Client.anonymous().post(PATH, body).refused(401, "BAD_SIGNATURE");
        send(body, Instant.now(), "guessed").refused(401, "BAD_SIGNATURE");
        send(body, Instant.now().minusSeconds(310), "development").refused(401, "BAD_SIGNATURE");
        send(body, Instant.now().plusSeconds(310), "development").refused(401, "BAD_SIGNATURE");
        Client.anonymous()
                .with("X-Signature", signature(body, Instant.now(), "development"))
                .post(PATH, body + " ")
                .refused(401, "BAD_SIGNATURE");
        // No secret is configured for it here: nothing is taken.
        Client.anonymous().post("foundation/payments/webhook/stripe/", body).refused(401, "BAD_SIGNATURE");
        Client.anonymous().post("foundation/payments/webhook/other/", body).refused(404, "NOT_FOUND");
        assertThat(status()).isEqualTo("OPEN");
    }

    @Test
    void anotherAmountOrAnUnknownInvoiceChangesNothing() {
        send(body("evt_" + Ids.next(), "0.01"), Instant.now(), "development").expect(200);
        send(body.replace(invoice.path("id").asText(), Ids.next().toString()), Instant.now(), "development")
                .expect(200);
        assertThat(status()).isEqualTo("OPEN");
    }

    @Test
    void whatIsNoMessageIsRefusedThoughItBeSigned() {
        send("[]", Instant.now(), "development").refused(400, "INVALID");
        send("{\"id\": 5}", Instant.now(), "development").refused(400, "INVALID");
        send("{", Instant.now(), "development").refused(400, "MALFORMED_JSON");
        send("{\"id\": \"evt_" + Ids.next() + "\", \"type\": \"something.else\"}", Instant.now(), "development")
                .expect(200);
    }

    private String status() {
        return owner.get("foundation/invoices/" + invoice.path("id").asText() + "/")
                .at("status")
                .asText();
    }

    private String body(String event, String amount) {
        return """
                {"id": "%s", "type": "invoice.paid", "invoice_id": "%s", "amount": %s, "currency": "EUR"}
                """.formatted(event, invoice.path("id").asText(), amount);
    }

    private static Answer send(String body, Instant at, String secret) {
        return Client.anonymous()
                .with("X-Signature", signature(body, at, secret))
                .post(PATH, body);
    }

    private static String signature(String body, Instant at, String secret) {
        String seconds = String.valueOf(at.getEpochSecond());
        byte[] signed = WebhookSignature.of(seconds, body.getBytes(StandardCharsets.UTF_8), secret);
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
    }

    private JsonNode invoice() {
        String organization = People.newOrganization(owner);
        String subscription = owner.get("foundation/subscriptions/current/?organization_id=" + organization)
                .id();
        String plan =
                owner.get("foundation/subscription-plans/").at("results/1/id").asText();
        owner.post("foundation/subscriptions/" + subscription + "/upgrade/", Map.of("plan_id", plan))
                .expect(200);
        return owner.get("foundation/invoices/?organization_id=" + organization).at("results/0");
    }
}
