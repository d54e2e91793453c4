package io.nocode.runtime.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is hidden is for its caller as if it did not exist: each way to ask for it answers the very same. */
class HiddenIT {
    private static final String HIDDEN = "secret";
    private static final String ABSENT = "sekret";

    private static Shop shop;
    private static String hiddenRow;
    private static String hiddenClient;
    private static String seenRow;

    @BeforeAll
    static void aTableWithAHiddenColumnAndHiddenRows() {
        shop = new Shop();
        hiddenClient = shop.row("client", "{\"name\": \"hidden\", \"secret\": \"needle\"}");
        String client = shop.row("client", "{\"name\": \"seen\", \"secret\": \"needle\"}");
        seenRow = shop.row(
                "orders",
                "{\"title\": \"seen\", \"amount\": 1, \"secret\": \"needle\", \"client\": \"%s\"}".formatted(client));
        hiddenRow = shop.row("orders", """
                {"title": "hidden", "amount": 1000, "secret": "needle", "client": "%s"}
                """.formatted(hiddenClient));
        for (String role : new String[] {"MEMBER", "public"}) {
            shop.policy("orders", """
                    {"role": "%s", "action": "read", "filter": {"amount__lt": 100},
                     "fields": ["title", "amount", "client"]}
                    """.formatted(role));
            for (String action : new String[] {"create", "update"}) {
                shop.policy("orders", """
                        {"role": "%s", "action": "%s", "fields": ["title", "amount", "client"]}
                        """.formatted(role, action));
            }
            shop.policy("orders", "{\"role\": \"%s\", \"action\": \"delete\"}".formatted(role));
            shop.policy("client", """
                    {"role": "%s", "action": "read", "filter": {"name": "seen"}, "fields": ["name"]}
                    """.formatted(role));
        }
    }

    private static List<String> queries() {
        List<String> all = new ArrayList<>();
        List<String> filters = new ArrayList<>();
        for (String name : new String[] {"%s", "client__%s", "orders__%s", "client__orders__%s"}) {
            for (String operator : new String[] {
                "",
                "__ne",
                "__gt",
                "__lte",
                "__in",
                "__not_in",
                "__isnull",
                "__contains",
                "__icontains",
                "__startswith",
                "__endswith",
                "__iexact",
                "__range",
                "__year",
                "__has_any",
                "__nosuch",
                "__name"
            }) {
                String key = name + operator;
                all.add(key + "=needle");
                all.add(key + "=%%00");
                for (String value : new String[] {"\"needle\"", "null", "true", "[\"needle\"]", "1"}) {
                    filters.add("{\"" + key + "\": " + value + "}");
                }
            }
            String test = "{\"" + name + "\": \"needle\"}";
            filters.add("{\"or\": [" + test + ", {\"amount\": 1}]}");
            filters.add("{\"and\": [{\"not\": " + test + "}, {\"amount\": 1}]}");
            filters.add("{\"not\": {\"or\": [{\"not\": " + test + "}]}}");
        }
        filters.forEach(filter -> all.add("filters=" + encoded(filter)));
        for (String name : new String[] {"%s", "-%s", "title,%s", "client.%s", "-client.%s", "%s.name"}) {
            all.add("sort_by=" + name);
            all.add("cursor=&sort_by=" + name);
        }
        for (String name : new String[] {"%s", "title,%s", "%s,%s", "%s.name"}) {
            all.add("fields=" + name);
        }
        for (String name : new String[] {"%s", "client.%s", "client,%s", "%s.orders"}) {
            all.add("expand=" + name);
        }
        return all;
    }

    private static List<String> aggregates() {
        List<String> all = new ArrayList<>();
        for (String name : new String[] {"%s", "client.%s"}) {
            all.add("group_by=" + name);
            all.add("group_by=title," + name);
            all.add("group_by=" + name + ":month");
            for (String measure : new String[] {"sum", "avg", "min", "max", "count_distinct", "nosuch"}) {
                all.add("measures=" + measure + ":" + name);
                all.add("having=" + encoded("{\"" + measure + ":" + name + "__gte\": 1}"));
                all.add("sort_by=-" + measure + ":" + name);
            }
            all.add("sort_by=" + name);
        }
        all.add("filters=" + encoded("{\"%s\": \"needle\"}"));
        all.add("%s=needle");
        return all;
    }

    private static List<Client> callers() {
        return List.of(shop.of("MEMBER"), shop.outsider, Client.anonymous());
    }

    @Test
    void aHiddenColumnIsNoColumnInAnyQuery() {
        SoftAssertions softly = new SoftAssertions();
        for (Client who : List.of(shop.of("MEMBER"), Client.anonymous())) {
            for (String query : queries()) {
                alike(softly, ask(who, "orders/?" + query, HIDDEN), ask(who, "orders/?" + query, ABSENT));
                alike(softly, ask(who, "client/?" + query, HIDDEN), ask(who, "client/?" + query, ABSENT));
            }
            for (String query : aggregates()) {
                alike(
                        softly,
                        ask(who, "orders/aggregate/?" + query, HIDDEN),
                        ask(who, "orders/aggregate/?" + query, ABSENT));
            }
            alike(
                    softly,
                    ask(who, "orders/" + seenRow + "/?fields=%s", HIDDEN),
                    ask(who, "orders/" + seenRow + "/?fields=%s", ABSENT));
        }
        softly.assertAll();
    }

    @Test
    void aHiddenColumnIsNoColumnForWhoFollowsRows() {
        SoftAssertions softly = new SoftAssertions();
        for (String query : queries()) {
            // What is no parameter there is refused as such.
            if (!query.startsWith("sort_by") && !query.startsWith("cursor") && !query.startsWith("expand")) {
                Answer hidden = ask(shop.of("MEMBER"), "orders/events/?" + query, HIDDEN);
                softly.assertThat(hidden.status()).as(query).isEqualTo(400);
                alike(softly, hidden, ask(shop.of("MEMBER"), "orders/events/?" + query, ABSENT));
            }
        }
        softly.assertAll();
    }

    @Test
    void aHiddenColumnIsNoColumnInAnyBody() {
        SoftAssertions softly = new SoftAssertions();
        for (Client who : callers()) {
            for (String[] door : new String[][] {
                {"POST", "orders/", "{\"%s\": \"x\"}"},
                {"PUT", "orders/" + seenRow + "/", "{\"%s\": \"x\"}"},
                {"PATCH", "orders/" + seenRow + "/", "{\"%s\": \"x\"}"},
                {"PATCH", "orders/" + hiddenRow + "/", "{\"%s\": \"x\"}"},
                {"POST", "orders/bulk/", "{\"operation\": \"create\", \"records\": [{\"%s\": 1}]}"},
                {"POST", "orders/bulk/", "{\"operation\": \"create\", \"atomic\": false, \"records\": [{\"%s\": 1}]}"},
                {
                    "POST",
                    "orders/bulk/",
                    "{\"operation\": \"update\", \"records\": [{\"id\": \"" + seenRow + "\", \"%s\": 1}]}"
                },
                {
                    "POST",
                    "orders/bulk/",
                    "{\"operation\": \"upsert\", \"on_conflict\": \"%s\", \"records\": [{\"title\": \"x\"}]}"
                },
                {
                    "POST",
                    "orders/bulk/",
                    "{\"operation\": \"upsert\", \"on_conflict\": [\"%s\", \"title\"], \"records\": []}"
                },
                {
                    "POST",
                    "orders/bulk/",
                    "{\"operation\": \"upsert\", \"on_conflict\": \"code\", \"records\": [{\"%s\": 1}]}"
                },
            }) {
                alike(softly, send(who, door, HIDDEN), send(who, door, ABSENT));
            }
        }
        softly.assertAll();
    }

    @Test
    void aHiddenRowIsNoRow() {
        SoftAssertions softly = new SoftAssertions();
        String absent = Ids.next().toString();
        for (Client who : callers()) {
            for (String[] door : new String[][] {
                {"GET", "orders/%s/", null},
                {"GET", "orders/%s/?fields=title", null},
                {"GET", "orders/%s/?fields=nosuch", null},
                {"PUT", "orders/%s/", "{\"title\": \"x\"}"},
                {"PATCH", "orders/%s/", "{\"title\": \"x\"}"},
                {"PATCH", "orders/%s/", "{\"client\": 7}"},
                {"DELETE", "orders/%s/", null},
                {"GET", "orders/?id=%s", null},
                {"GET", "orders/?id__in=%s", null},
                {
                    "GET",
                    "orders/?count=exact&filters="
                            + encoded("{\"not\": {\"id__ne\": \"%s\"}}").replace("%%", "%"),
                    null
                },
                {"GET", "orders/aggregate/?id=%s", null},
                {"POST", "orders/bulk/", "{\"operation\": \"delete\", \"ids\": [\"%s\"]}"},
                {"POST", "orders/bulk/", "{\"operation\": \"delete\", \"atomic\": false, \"ids\": [\"%s\"]}"},
                {
                    "POST",
                    "orders/bulk/",
                    "{\"operation\": \"update\", \"records\": [{\"id\": \"%s\", \"title\": \"x\"}]}"
                },
            }) {
                alike(softly, send(who, door, hiddenRow), send(who, door, absent));
                for (String tag : new String[] {"*", "\"x\"", tagOf(hiddenRow)}) {
                    Client careful = who.with("If-Match", tag);
                    alike(softly, send(careful, door, hiddenRow), send(careful, door, absent));
                }
            }
            alike(
                    softly,
                    who.get(shop.path("orders") + "?client=" + hiddenClient),
                    who.get(shop.path("orders") + "?client=" + absent));
            for (String query : new String[] {"client__name=", "client__name__startswith=", "search=", "title="}) {
                alike(
                        softly,
                        who.get(shop.path("orders") + "?" + query + "hidden"),
                        who.get(shop.path("orders") + "?" + query + "absent"));
            }
        }
        softly.assertAll();
        assertThat(shop.owner
                        .get(shop.path("orders") + hiddenRow + "/")
                        .at("version")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void aHiddenRowCannotBePointedToAsIfItDidNotExist() {
        SoftAssertions softly = new SoftAssertions();
        String absent = Ids.next().toString();
        String record = "{\"id\": \"" + seenRow + "\", \"client\": \"%s\"}";
        for (Client who : callers()) {
            for (String[] door : new String[][] {
                {"POST", "orders/", "{\"title\": \"mine\", \"client\": \"%s\"}"},
                {"POST", "orders/?dry_run=true", "{\"client\": \"%s\"}"},
                {"PUT", "orders/" + seenRow + "/", "{\"title\": \"seen\", \"client\": \"%s\"}"},
                {"PATCH", "orders/" + seenRow + "/", "{\"client\": \"%s\"}"},
                {"PATCH", "orders/" + hiddenRow + "/", "{\"client\": \"%s\"}"},
                {"PATCH", "orders/?title=seen&confirm=1", "{\"client\": \"%s\"}"},
                {"POST", "orders/bulk/", "{\"operation\": \"create\", \"records\": [{}, {\"client\": \"%s\"}]}"},
                {
                    "POST",
                    "orders/bulk/",
                    "{\"operation\": \"create\", \"atomic\": false, \"records\": [{\"client\": \"%s\"}]}"
                },
                {"POST", "orders/bulk/", "{\"operation\": \"update\", \"records\": [" + record + "]}"},
                {"POST", "orders/bulk/", "{\"operation\": \"update\", \"atomic\": false, \"records\": [" + record + "]}"
                },
            }) {
                Answer hidden = send(who, door, hiddenClient);
                alike(softly, hidden, send(who, door, absent));
                if (who == shop.of("MEMBER")) {
                    softly.assertThat(hidden.text()).as(hidden.request()).contains("does not exist");
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void aRowThatPointsToAHiddenOneMayGoOnTo() {
        String row = shop.row(
                "orders", "{\"title\": \"points\", \"amount\": 2, \"client\": \"%s\"}".formatted(hiddenClient));
        Client member = shop.of("MEMBER");
        String path = shop.path("orders");
        String same = "{\"title\": \"still\", \"amount\": 2, \"client\": \"%s\"}".formatted(hiddenClient);
        member.put(path + row + "/", same).expect(200);
        member.post(path + "bulk/", """
                {"operation": "update", "records": [{"id": "%s", "client": "%s"}]}
                """.formatted(row, hiddenClient)).expect(200);
        member.delete(path + row + "/").expect(204);
    }

    @Test
    void aCursorOfSomebodyElseIsNone() {
        String next = shop.owner
                .get(shop.path("orders") + "?cursor=&page_size=1&sort_by=secret")
                .at("next")
                .asText();
        String cursor = next.replaceFirst(".*[?&]cursor=([^&]*).*", "$1");
        for (Client who : callers()) {
            alike(
                    null,
                    who.get(shop.path("orders") + "?cursor=" + cursor),
                    who.get(shop.path("orders") + "?cursor=nonsense"));
        }
    }

    @Test
    void whatDescribesTheTablesSaysNothingOfTheHidden() {
        String project = "runtime/projects/" + shop.project + "/";
        for (Client who : callers()) {
            for (String path : new String[] {
                "schema/", "schema/orders/", "tables/orders/schema/", "tables/orders/fields/", "openapi/"
            }) {
                Answer answer = who.get(project + path).expect(200);
                assertThat(answer.text())
                        .as(path)
                        .contains("title")
                        .doesNotContain(HIDDEN)
                        .doesNotContain("team");
            }
        }
        assertThat(shop.owner.get(project + "openapi/").text()).contains(HIDDEN);
    }

    private static Answer ask(Client who, String path, String name) {
        return who.get("runtime/projects/" + shop.project + "/tables/" + path.formatted(name, name, name));
    }

    private static Answer send(Client who, String[] door, String name) {
        return who.send(
                door[0],
                "runtime/projects/" + shop.project + "/tables/" + door[1].replace("%s", name),
                door[2] == null ? null : door[2].replace("%s", name));
    }

    private static String tagOf(String row) {
        return shop.owner.get(shop.path("orders") + row + "/").header("ETag");
    }

    private static void alike(SoftAssertions softly, Answer hidden, Answer absent) {
        SoftAssertions all = softly == null ? new SoftAssertions() : softly;
        all.assertThat(told(hidden)).as(hidden.request()).isEqualTo(told(absent));
        if (softly == null) {
            all.assertAll();
        }
    }

    /** Status and body, without what names the request. */
    private static String told(Answer answer) {
        String body = answer.text();
        if (answer.status() >= 400) {
            ObjectNode json = (ObjectNode) answer.json();
            json.remove("request_id");
            body = json.toString();
        }
        return answer.status() + " "
                + body.replace(HIDDEN, "…")
                        .replace(ABSENT, "…")
                        .replace("hidden", "…")
                        .replace("absent", "…")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
    }

    private static String encoded(String text) {
        // The place of the name stays as it is.
        return URLEncoder.encode(text.replace("%s", "NAME"), StandardCharsets.UTF_8)
                .replace("%", "%%")
                .replace("NAME", "%s");
    }
}
