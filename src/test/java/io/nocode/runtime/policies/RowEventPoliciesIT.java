package io.nocode.runtime.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.testing.Client;
import io.nocode.testing.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever follows rows hears of those that they may see, and of no more of them than that. */
class RowEventPoliciesIT {
    private final Shop shop = new Shop();
    private final String events = shop.path("orders") + "events/";

    @Test
    void aRowThatLeavesWhatOneMaySeeIsDeletedAndOneThatComesInIsCreated() {
        shop.policy("orders", """
                {"role": "MEMBER", "action": "read", "filter": {"amount__lt": 100}, "fields": ["title", "amount"]}
                """);
        try (Events heard = follow(shop.of("MEMBER"), "")) {
            shop.row("orders", "{\"title\": \"never seen\", \"amount\": 1000, \"secret\": \"needle\"}");
            String id = shop.row("orders", "{\"title\": \"one\", \"amount\": 1, \"secret\": \"needle\"}");
            change(id, "{\"secret\": \"needle too\"}");
            change(id, "{\"amount\": 1000}");
            change(id, "{\"title\": \"two\"}");
            change(id, "{\"amount\": 2}");
            shop.owner.delete(shop.path("orders") + id + "/").expect(204);
            mark();

            List<JsonNode> all = untilMarked(heard);
            assertThat(all.stream().map(event -> event.path("action").asText()))
                    .containsExactly("created", "updated", "deleted", "created", "deleted");
            assertThat(all.stream().map(event -> event.path("id").asText())).containsOnly(id);
            assertThat(all.stream().map(event -> event.path("row").path("title").asText()))
                    .containsExactly("one", "one", "", "two", "");
            assertThat(all.stream()
                            .map(event -> event.path("row"))
                            .filter(JsonNode::isObject)
                            .map(row -> row.properties().stream()
                                    .map(Map.Entry::getKey)
                                    .toList()))
                    .containsOnly(List.of("id", "title", "amount"));
            assertThat(all.toString()).doesNotContain("needle").doesNotContain("secret");
        }
    }

    @Test
    void aColumnIsToldOfInTheRowsInWhichItShows() {
        shop.policy("orders", """
                {"role": "MEMBER", "action": "read", "filter": {"amount__lt": 100}, "fields": ["title", "amount"]}
                """);
        shop.policy("orders", """
                {"role": "MEMBER", "action": "read", "filter": {"team": "a"}, "fields": ["title", "team", "secret"]}
                """);
        try (Events all = follow(shop.of("MEMBER"), "");
                Events needles = follow(shop.of("MEMBER"), "?secret=needle")) {
            String id = shop.row("orders", """
                    {"title": "one", "amount": 1, "team": "a", "secret": "needle"}
                    """);
            change(id, "{\"team\": \"b\"}");
            change(id, "{\"amount\": 1000}");
            change(id, "{\"team\": \"a\"}");
            mark();

            List<JsonNode> heard = untilMarked(all);
            assertThat(heard.stream().map(RowEventPoliciesIT::told))
                    .containsExactly(
                            "created {\"title\":\"one\",\"amount\":1,\"secret\":\"needle\",\"team\":\"a\"}",
                            "updated {\"title\":\"one\",\"amount\":1,\"secret\":null,\"team\":null}",
                            "deleted null",
                            "created {\"title\":\"one\",\"amount\":null,\"secret\":\"needle\",\"team\":\"a\"}");
            assertThat(List.of(
                            told(needles.next("change").data()),
                            told(needles.next("change").data())))
                    .containsExactly(
                            "created {\"title\":\"one\",\"amount\":1,\"secret\":\"needle\",\"team\":\"a\"}",
                            "deleted null");
            assertThat(told(needles.next("change").data())).startsWith("created");
        }
    }

    @Test
    void aPolicyThatChangesCountsWithinASecondForWhoListens() {
        shop.policy("orders", "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"amount\": 0}}");
        String policy = shop.policy(
                "orders", "{\"role\": \"MEMBER\", \"action\": \"read\", \"filter\": {\"amount__lt\": 100}}");
        Client member = shop.of("MEMBER");
        try (Events heard = follow(member, "")) {
            shop.row("orders", "{\"title\": \"some\", \"amount\": 50}");
            assertThat(heard.next("change").data().at("/row/amount").intValue()).isEqualTo(50);
            shop.owner
                    .patch(shop.policies("orders") + policy + "/", "{\"filter\": {\"amount__lt\": 10}}")
                    .expect(200);
            assertThat(untilNothingIsHeardOf(heard, 50)).isLessThan(Duration.ofSeconds(1));

            String members = "foundation/organizations/" + shop.organization + "/members/";
            String membership = shop.owner
                    .get(members + "?search="
                            + member.get("foundation/users/profile/")
                                    .at("email")
                                    .asText())
                    .at("results/0/id")
                    .asText();
            shop.row("orders", "{\"title\": \"some\", \"amount\": 5}");
            assertThat(heard.next("change").data().at("/row/amount").intValue()).isEqualTo(5);
            shop.owner
                    .patch(members + membership + "/", Map.of("role", "VIEWER"))
                    .expect(200);
            assertThat(untilNothingIsHeardOf(heard, 5)).isLessThan(Duration.ofSeconds(1));

            shop.policy("orders", "{\"role\": \"VIEWER\", \"action\": \"create\"}");
            String last = shop.policies("orders");
            for (JsonNode each : shop.owner.get(last + "?page_size=100").at("results")) {
                if (each.path("role").asText().equals("VIEWER")
                        && each.path("action").asText().equals("read")) {
                    shop.owner.delete(last + each.path("id").asText() + "/").expect(204);
                }
            }
            assertThat(heard.next("end").data().path("code").asText()).isEqualTo("FORBIDDEN");
            heard.untilOver();
        }
    }

    /** How long it takes until rows of that amount are not told of any more. */
    private Duration untilNothingIsHeardOf(Events heard, int amount) {
        Instant from = Instant.now();
        Instant begun;
        boolean told;
        do {
            begun = Instant.now();
            shop.row("orders", "{\"title\": \"some\", \"amount\": %d}".formatted(amount));
            mark();
            told = !untilMarked(heard).isEmpty();
        } while (told);
        return Duration.between(from, begun);
    }

    private Events follow(Client who, String query) {
        Events heard = who.follow(events + query);
        heard.next("ready");
        return heard;
    }

    private void change(String id, String json) {
        shop.owner.patch(shop.path("orders") + id + "/", json).expect(200);
    }

    /** A row that everybody sees. */
    private void mark() {
        shop.row("orders", "{\"title\": \"mark\", \"amount\": 0}");
    }

    private static List<JsonNode> untilMarked(Events heard) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode data = heard.next("change").data();
        while (!data.at("/row/title").asText().equals("mark")) {
            all.add(data);
            data = heard.next("change").data();
        }
        return all;
    }

    private static String told(JsonNode event) {
        ObjectNode row = Json.object();
        for (String name : new String[] {"title", "amount", "secret", "team"}) {
            if (event.path("row").has(name)) {
                row.set(name, event.path("row").path(name));
            }
        }
        return event.path("action").asText() + " " + (event.path("row").isNull() ? "null" : row);
    }
}
