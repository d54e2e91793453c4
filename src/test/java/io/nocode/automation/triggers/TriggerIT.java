package io.nocode.automation.triggers;

import static io.nocode.automation.Flows.edge;
import static io.nocode.automation.Flows.ended;
import static io.nocode.automation.Flows.graph;
import static io.nocode.automation.Flows.node;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.Flows.Shop;
import io.nocode.shared.security.WebhookSignature;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.Wait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TriggerIT {
    private static final String GRAPH = graph(
            node("Start", "trigger", "{}") + ","
                    + node(
                            "Create",
                            "action",
                            "{\"action_type\": \"create_record\", \"table\": \"orders\","
                                    + " \"data\": {\"title\": \"{{ %s }}\"}}"),
            edge("Start", "Create", "default"));

    @Test
    void theClockBeginsExecutionsOnceATime() {
        Shop shop = Shop.open();
        String workflow = shop.triggered(
                "cron",
                "{\"cron\": \"* * * * *\", \"timezone\": \"Europe/Paris\"}",
                GRAPH.replace("%s", "input_data.scheduled_at"));
        JsonNode next = shop.owner().get(workflow).at("next_runs");
        assertThat(next).hasSize(5);
        assertThat(Duration.between(Instant.now(), Instant.parse(next.get(0).asText())))
                .isLessThanOrEqualTo(Duration.ofMinutes(1));

        String list = "automation/executions/?trigger_type=cron&workflow=" + workflow.split("/")[2];
        JsonNode fired = Wait.until(() -> shop.owner().get(list).at("results"), results -> results.size() > 0);
        shop.owner().post(workflow + "deactivate/").expect(200);

        ended(shop.owner(), fired.get(0).path("id").asText());
        assertThat(shop.orders()).hasSameSizeAs(fired).contains(next.get(0).asText());
    }

    @Test
    void aSignedDeliveryBeginsAnExecutionOnce() {
        Shop shop = Shop.open();
        String secret = "0123456789abcdef-canary";
        String workflow = shop.triggered(
                "webhook", "{\"secret\": \"" + secret + "\"}", GRAPH.replace("%s", "input_data.body.name"));
        Answer seen = shop.owner().get(workflow).expect(200);
        assertThat(seen.text()).doesNotContain("canary");
        assertThat(seen.at("trigger_config/secret_configured").asBoolean()).isTrue();
        String url = seen.at("webhook_url").asText();
        String body = "{\"name\": \"delivered\"}";

        Client.anonymous().post(url, body).refused(401, "BAD_SIGNATURE");
        Client sender = Client.anonymous().with("X-Signature", signature(body, secret));
        Answer first = sender.post(url, body).expect(202);
        Answer again = sender.post(url, body).expect(202);
        sender.get(url).refused(405, "WEBHOOK_METHOD");

        assertThat(again.at("execution_id")).isEqualTo(first.at("execution_id"));
        JsonNode done = ended(shop.owner(), first.at("execution_id").asText());
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.toString()).doesNotContain("canary").doesNotContain("v1=");
        assertThat(shop.orders()).containsExactly("delivered");

        shop.owner().post(workflow + "deactivate/").expect(200);
        sender.post(url, body).refused(404, "NOT_FOUND");
    }

    private static String signature(String body, String secret) {
        String seconds = String.valueOf(Instant.now().getEpochSecond());
        return "t=" + seconds + ",v1="
                + HexFormat.of().formatHex(WebhookSignature.of(seconds, body.getBytes(StandardCharsets.UTF_8), secret));
    }
}
