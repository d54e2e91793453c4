package io.nocode.runtime.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowPoliciesIT {
    private final Shop shop = new Shop();

    @Test
    void aRoleFollowsTheRoleTableUntilItHasAPolicyAndThenOnlyItsOwnCount() {
        shop.row("orders", "{\"title\": \"a\", \"amount\": 10}");
        shop.row("orders", "{\"title\": \"b\", \"amount\": 1000}");
        Client member = shop.of("MEMBER");
        assertThat(shop.titles(member, "")).containsExactly("a", "b");

        String id = shop.policy(
                "orders", "{\"role\": \"MEMBER\", \"action\": \"read\", \"filter\": {\"amount__lt\": 100}}");
        assertThat(shop.titles(member, "")).containsExactly("a");
        assertThat(member.get(shop.path("orders")).at("count").intValue()).isEqualTo(1);
        assertThat(member.get(shop.path("orders") + "aggregate/")
                        .at("results/0/count")
                        .intValue())
                .isEqualTo(1);
        assertThat(shop.titles(member, Shop.filters("{\"not\": {\"amount\": 10}}")))
                .isEmpty();
        member.post(shop.path("orders"), "{\"title\": \"c\"}").refused(403, "FORBIDDEN");
        for (String role : new String[] {"VIEWER", "ADMIN", "OWNER"}) {
            assertThat(shop.titles(shop.of(role), "")).as(role).containsExactly("a", "b");
        }
        assertThat(shop.titles(Client.superuser(), "")).containsExactly("a", "b");

        shop.owner.delete(shop.policies("orders") + id + "/").expect(204);
        assertThat(shop.titles(member, "")).containsExactly("a", "b");
        member.post(shop.path("orders"), "{\"title\": \"c\"}").expect(201);
    }

    @Test
    void rowsOfOnesOwnAreThoseThatOneHasMade() {
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"read\"}");
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"create\"}");
        shop.policy("orders", """
                {"role": "MEMBER", "action": "update", "filter": {"created_by": "$user.id"}}
                """);
        Client member = shop.of("MEMBER");
        String own = member.post(shop.path("orders"), "{\"title\": \"own\"}")
                .expect(201)
                .id();
        String others = shop.row("orders", "{\"title\": \"others\"}");

        member.patch(shop.path("orders") + own + "/", "{\"amount\": 1}").expect(200);
        member.patch(shop.path("orders") + others + "/", "{\"amount\": 1}").refused(403, "ROW_FORBIDDEN");
        member.put(shop.path("orders") + others + "/", "{\"title\": \"x\"}").refused(403, "ROW_FORBIDDEN");
        member.patch(shop.path("orders") + Ids.next() + "/", "{\"amount\": 1}").refused(404, "NOT_FOUND");
        member.delete(shop.path("orders") + own + "/").refused(403, "FORBIDDEN");
        assertThat(shop.owner
                        .get(shop.path("orders") + others + "/")
                        .at("version")
                        .intValue())
                .isEqualTo(1);
        member.with("If-Match", "\"nonsense\"")
                .patch(shop.path("orders") + others + "/", "{\"amount\": 1}")
                .refused(412, "PRECONDITION_FAILED");
    }

    @Test
    void aRowThatIsNotSeenIsNotThere() {
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"read\", \"filter\": {\"amount__lt\": 100}}");
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"update\"}");
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"delete\"}");
        String hidden = shop.path("orders") + shop.row("orders", "{\"title\": \"b\", \"amount\": 1000}") + "/";
        Client member = shop.of("MEMBER");
        member.get(hidden).refused(404, "NOT_FOUND");
        member.patch(hidden, "{\"amount\": 1}").refused(404, "NOT_FOUND");
        member.put(hidden, "{\"amount\": 1}").refused(404, "NOT_FOUND");
        member.delete(hidden).refused(404, "NOT_FOUND");
        assertThat(shop.owner.get(hidden).expect(200).at("version").intValue()).isEqualTo(1);
    }

    @Test
    void aRowAsItIsWrittenPassesTheCheckOrNothingIsStored() {
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"read\"}");
        shop.policy("orders", """
                {"role": "MEMBER", "action": "create", "check": {"team__in": ["a", "b"], "amount__lte": 100}}
                """);
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"update\", \"filter\": {\"team\": \"a\"}}");
        Client member = shop.of("MEMBER");
        member.post(shop.path("orders"), "{\"title\": \"x\", \"team\": \"c\"}").refused(403, "ROW_OUTSIDE_POLICY");
        member.post(shop.path("orders"), "{\"title\": \"x\", \"team\": \"a\", \"amount\": 101}")
                .refused(403, "ROW_OUTSIDE_POLICY");
        assertThat(shop.titles(shop.owner, "")).isEmpty();
        Answer made = member.post(shop.path("orders"), "{\"title\": \"x\", \"team\": \"a\", \"amount\": 100}")
                .expect(201);
        // Without a check of its own the filter of an update holds afterwards too.
        String path = shop.path("orders") + made.id() + "/";
        member.patch(path, "{\"team\": \"b\"}").refused(403, "ROW_OUTSIDE_POLICY");
        member.patch(path, "{\"title\": \"y\"}").expect(200);
        assertThat(shop.owner.get(path).only("title", "team", "version"))
                .isEqualTo(Json.parse("{\"title\": \"y\", \"team\": \"a\", \"version\": 2}"));
    }

    @Test
    void fieldsThatMayNotBeSetAreRefusedAndStayAsTheyAre() {
        shop.policy("orders", """
                {"role": "MEMBER", "action": "read", "fields": ["title", "amount", "version"]}
                """);
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"create\", \"fields\": [\"title\", \"secret\"]}");
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"update\", \"fields\": [\"title\"]}");
        Client member = shop.of("MEMBER");
        member.post(shop.path("orders"), "{\"title\": \"x\", \"amount\": 1}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("amount");
        Answer made = member.post(shop.path("orders"), "{\"title\": \"x\", \"secret\": \"s\"}")
                .expect(201);
        assertThat(made.json().properties().stream().map(Map.Entry::getKey))
                .containsExactly("id", "title", "amount", "version");
        String path = shop.path("orders") + made.id() + "/";
        member.patch(path, "{\"secret\": \"t\"}").refused(400, "UNKNOWN_FIELD").blaming("secret");
        shop.owner.patch(path, "{\"amount\": 7}").expect(200);
        member.put(path, "{\"title\": \"y\"}").expect(200);
        assertThat(shop.owner.get(path).only("title", "secret", "amount"))
                .isEqualTo(Json.parse("{\"title\": \"y\", \"secret\": \"s\", \"amount\": 7}"));
    }

    @Test
    void whoMayCreateAndNotReadIsToldTheIdAlone() {
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"create\", \"fields\": [\"title\", \"code\"]}");
        Client member = shop.of("MEMBER");
        Answer made = member.post(shop.path("orders"), "{\"title\": \"x\", \"code\": \"c\"}")
                .expect(201);
        assertThat(made.json()).isEqualTo(Json.object().put("id", made.id()));
        member.get(shop.path("orders")).refused(403, "FORBIDDEN");
        member.get(shop.path("orders") + made.id() + "/").refused(403, "FORBIDDEN");
        member.post(shop.path("orders"), "{\"title\": \"x\", \"code\": \"c\"}").refused(409, "NOT_UNIQUE");
        member.post(
                        shop.path("orders") + "bulk/",
                        "{\"operation\": \"create\", \"records\": [{\"title\": \"y\"}, {\"title\": \"z\"}]}")
                .expect(200);
        assertThat(shop.titles(shop.owner, "")).containsExactly("x", "y", "z");
        assertThat(member.get("runtime/projects/" + shop.project + "/schema/").at("tables"))
                .extracting(table -> table.path("table_name").asText())
                .containsExactly("client");
        assertThat(member.get(shop.path("orders") + "schema/").expect(200).at("fields"))
                .extracting(field -> field.path("name").asText())
                .containsExactly("title", "code");
    }

    @Test
    void aWrittenRowThatItsWriterDoesNotSeeIsTheIdAlone() {
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"read\", \"filter\": {\"team\": \"a\"}}");
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"create\"}");
        Answer made = shop.of("MEMBER")
                .post(shop.path("orders"), "{\"title\": \"x\", \"team\": \"b\"}")
                .expect(201);
        assertThat(made.json()).isEqualTo(Json.object().put("id", made.id()));
    }

    @Test
    void aFieldShowsInTheRowsOfThePoliciesThatNameItAndCannotBeGuessedInOthers() {
        String client = shop.row("client", "{\"name\": \"C\", \"secret\": \"deep\"}");
        shop.row(
                "orders",
                "{\"title\": \"a\", \"secret\": \"x1\", \"team\": \"a\", \"client\": \"%s\"}".formatted(client));
        shop.row(
                "orders",
                "{\"title\": \"b\", \"secret\": \"x2\", \"team\": \"b\", \"client\": \"%s\"}".formatted(client));
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"read\", \"fields\": [\"title\", \"client\"]}");
        shop.policy("orders", """
                {"role": "MEMBER", "action": "read", "filter": {"team": "a"}, "fields": ["secret"]}
                """);
        Client member = shop.of("MEMBER");
        JsonNode rows =
                member.get(shop.path("orders") + "?sort_by=title").expect(200).at("results");
        assertThat(rows).hasSize(2);
        assertThat(rows.at("/0/secret").asText()).isEqualTo("x1");
        assertThat(rows.at("/1/secret").isNull()).isTrue();
        assertThat(rows.at("/0").has("team")).isFalse();
        assertThat(shop.titles(member, "&secret=x2")).isEmpty();
        assertThat(shop.titles(member, "&secret__startswith=x")).containsExactly("a");
        assertThat(shop.titles(member, "&secret__isnull=true")).containsExactly("b");
        assertThat(shop.titles(member, "&search=x2")).isEmpty();
        assertThat(shop.titles(member, "&search=x1")).containsExactly("a");
        assertThat(member.get(shop.path("orders") + "?sort_by=-secret&fields=title")
                        .at("results/0/title")
                        .asText())
                .isEqualTo("b");
        assertThat(member.get(shop.path("orders") + "aggregate/?measures=max:secret,count,count_distinct:secret")
                        .expect(200)
                        .at("results/0"))
                .isEqualTo(Json.parse("{\"max:secret\": \"x1\", \"count\": 2, \"count_distinct:secret\": 1}"));
        assertThat(member.get(shop.path("orders") + "aggregate/?group_by=secret&having="
                                + Shop.filters("{\"count\": 1}").substring(9))
                        .expect(200)
                        .at("results"))
                .hasSize(2);
        assertThat(member.get(shop.path("client") + "?orders__secret=x2")
                        .expect(200)
                        .at("results"))
                .isEmpty();
        assertThat(member.get(shop.path("client") + "?orders__secret=x1")
                        .expect(200)
                        .at("results"))
                .hasSize(1);
        JsonNode embedded = member.get(shop.path("client") + "?expand=orders&fields=name")
                .expect(200)
                .at("results/0/orders");
        assertThat(embedded).extracting(row -> row.path("secret").asText("")).containsExactlyInAnyOrder("x1", "");
        // A walk by a column that is null where it does not show.
        Answer first = member.get(shop.path("orders") + "?cursor=&page_size=1&sort_by=secret")
                .expect(200);
        Answer second = member.get(first.at("next").asText()).expect(200);
        assertThat(first.at("results/0/title").asText()).isEqualTo("a");
        assertThat(second.at("results/0/title").asText()).isEqualTo("b");
        assertThat(second.at("next").isNull()).isTrue();
        // One row, and what a write answers with.
        String b = rows.at("/1/id").asText();
        assertThat(member.get(shop.path("orders") + b + "/").at("secret").isNull())
                .isTrue();
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"update\", \"fields\": [\"title\"]}");
        assertThat(member.patch(shop.path("orders") + b + "/", "{\"title\": \"bb\"}")
                        .expect(200)
                        .json())
                .isEqualTo(Json.parse("{\"id\": \"%s\", \"title\": \"bb\", \"secret\": null, \"client\": \"%s\"}"
                        .formatted(b, client)));
    }

    @Test
    void aMemberSeesTheRowsOfTheirTeams() {
        shop.row("orders", "{\"title\": \"a\", \"team\": \"sales\"}");
        shop.row("orders", "{\"title\": \"b\", \"team\": \"stock\"}");
        shop.policy(
                "orders", "{\"role\": \"MEMBER\", \"action\": \"read\", \"filter\": {\"team__in\": \"$user.teams\"}}");
        Client member = shop.of("MEMBER");
        assertThat(shop.titles(member, "")).isEmpty();
        String user = member.get("foundation/users/profile/").id();
        String members = "foundation/organizations/" + shop.organization + "/members/";
        for (JsonNode one : shop.owner.get(members).at("results")) {
            if (one.at("/user/id").asText().equals(user)) {
                shop.owner
                        .patch(members + one.path("id").asText() + "/", Map.of("permissions", new String[] {"team:sales"
                        }))
                        .expect(200);
            }
        }
        assertThat(shop.titles(member, "")).containsExactly("a");
    }

    @Test
    void everybodyMayWhatAPublicPolicySaysSignedInOrNotAndNothingElse() {
        String open = shop.row("orders", "{\"title\": \"open\", \"amount\": 1, \"secret\": \"s\"}");
        String closed = shop.row("orders", "{\"title\": \"closed\", \"amount\": 1000}");
        Client anybody = Client.anonymous();
        anybody.get(shop.path("orders")).refused(401, "UNAUTHENTICATED");
        shop.outsider.get(shop.path("orders")).refused(404, "NOT_FOUND");
        shop.policy("orders", """
                {"role": "public", "action": "read", "filter": {"amount__lt": 100}, "fields": ["title", "amount"]}
                """);
        for (Client who : new Client[] {anybody, shop.outsider}) {
            assertThat(shop.titles(who, "")).containsExactly("open");
            assertThat(who.get(shop.path("orders") + open + "/").expect(200).json())
                    .isEqualTo(Json.parse("{\"id\": \"%s\", \"title\": \"open\", \"amount\": 1}".formatted(open)));
            who.get(shop.path("orders") + closed + "/").refused(404, "NOT_FOUND");
            who.get(shop.path("orders") + "?secret=s").refused(400, "UNKNOWN_PARAMETER");
            JsonNode tables = who.get("runtime/projects/" + shop.project + "/schema/")
                    .expect(200)
                    .at("tables");
            assertThat(tables).hasSize(1);
            assertThat(tables.at("/0/permissions"))
                    .isEqualTo(Json.parse("{\"read\": true, \"create\": false, \"update\": false, \"delete\": false}"));
            assertThat(tables.at("/0/statistics/records_count").intValue()).isEqualTo(1);
            assertThat(tables.at("/0/fields"))
                    .extracting(field -> field.path("name").asText())
                    .containsExactly("title", "amount");
            who.get("runtime/projects/" + shop.project + "/openapi/").expect(200);
        }
        anybody.get(shop.path("client")).refused(401, "UNAUTHENTICATED");
        anybody.get(shop.path("nosuch")).refused(401, "UNAUTHENTICATED");
        anybody.get(shop.path("orders") + "?environment=prod").refused(401, "UNAUTHENTICATED");
        anybody.get(shop.path("orders") + "?environment=nosuch").refused(401, "UNAUTHENTICATED");
        anybody.post(shop.path("orders"), "{\"title\": \"x\"}").refused(401, "UNAUTHENTICATED");
        anybody.post(shop.path("orders"), "{broken").refused(401, "UNAUTHENTICATED");
        anybody.delete(shop.path("orders") + open + "/").refused(401, "UNAUTHENTICATED");
        anybody.get(shop.schema("orders")).refused(401, "UNAUTHENTICATED");
        shop.outsider.post(shop.path("orders"), "{\"title\": \"x\"}").refused(403, "FORBIDDEN");
        shop.outsider.get(shop.path("client")).refused(404, "NOT_FOUND");
        shop.outsider.get(shop.path("nosuch")).refused(404, "NOT_FOUND");
        // Beside what their own role has.
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"read\", \"filter\": {\"amount__gte\": 100}}");
        assertThat(shop.titles(shop.of("MEMBER"), "")).containsExactly("closed", "open");
    }

    @Test
    void whatNamesTheUserHoldsForNobodyKnown() {
        shop.row("orders", "{\"title\": \"a\"}");
        shop.policy("orders", """
                {"role": "public", "action": "read", "filter": {"not": {"created_by": "$user.id"}}}
                """);
        assertThat(Client.anonymous().get(shop.path("orders")).status()).isEqualTo(401);
        assertThat(shop.titles(shop.outsider, "")).containsExactly("a");
    }

    @Test
    void everybodySignedInMayWhatAPolicyForClientsSays() {
        shop.policy(
                "orders", "{\"role\": \"CLIENT\", \"action\": \"create\", \"check\": {\"created_by\": \"$user.id\"}}");
        shop.policy(
                "orders", "{\"role\": \"CLIENT\", \"action\": \"read\", \"filter\": {\"created_by\": \"$user.id\"}}");
        shop.row("orders", "{\"title\": \"others\"}");
        shop.outsider.post(shop.path("orders"), "{\"title\": \"own\"}").expect(201);
        assertThat(shop.titles(shop.outsider, "")).containsExactly("own");
        assertThat(shop.titles(People.newUser(), "")).isEmpty();
        Client.anonymous().get(shop.path("orders")).refused(401, "UNAUTHENTICATED");
        shop.outsider.get(shop.path("client")).refused(404, "NOT_FOUND");
    }

    @Test
    void anApiKeyActsWithItsRole() {
        shop.row("orders", "{\"title\": \"a\", \"amount\": 1}");
        shop.row("orders", "{\"title\": \"b\", \"amount\": 1000}");
        shop.policy("orders", "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"amount__lt\": 100}}");
        String key = shop.owner
                .post(
                        "foundation/api-keys/",
                        Map.of("name", "k", "organization_id", shop.organization, "role", "VIEWER"))
                .expect(201)
                .at("key")
                .asText();
        assertThat(shop.titles(Client.anonymous().with("X-API-Key", key), "")).containsExactly("a");
    }

    @Test
    void aHiddenVersionIsNotInTheTagWhichHoldsAllTheSame() {
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"read\", \"fields\": [\"title\"]}");
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"update\", \"fields\": [\"title\"]}");
        String path = shop.path("orders") + shop.row("orders", "{\"title\": \"a\"}") + "/";
        Client member = shop.of("MEMBER");
        String tag = member.get(path).expect(200).header("ETag");
        assertThat(tag).matches("\"[0-9a-f]+\\.[^.]+\\.[0-9a-f]{24}\\.[0-9a-f]+\"");
        assertThat(shop.owner.get(path).header("ETag")).contains(".1");
        member.with("If-None-Match", tag).get(path).expect(304);

        Answer changed = member.with("If-Match", "\"x\", " + tag)
                .patch(path, "{\"title\": \"b\"}")
                .expect(200);
        member.with("If-Match", tag).patch(path, "{\"title\": \"c\"}").refused(412, "PRECONDITION_FAILED");
        String some = member.get(path + "?fields=title").header("ETag");
        assertThat(some).isNotEqualTo(changed.header("ETag"));
        member.with("If-Match", some).patch(path, "{\"title\": \"d\"}").expect(200);
        // Who does not see what has changed learns that something has, and no more.
        String seen = member.get(path).header("ETag");
        shop.owner.patch(path, "{\"secret\": \"x\"}").expect(200);
        member.with("If-Match", seen).patch(path, "{\"title\": \"e\"}").refused(412, "PRECONDITION_FAILED");
    }

    @Test
    void manyRowsAreUnderTheSameRules() {
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"read\", \"filter\": {\"amount__lt\": 100}}");
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"create\", \"check\": {\"team\": \"a\"}}");
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"update\", \"filter\": {\"team\": \"a\"}}");
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"delete\", \"filter\": {\"team\": \"a\"}}");
        String mine = shop.row("orders", "{\"title\": \"mine\", \"amount\": 1, \"team\": \"a\", \"code\": \"1\"}");
        String seen = shop.row("orders", "{\"title\": \"seen\", \"amount\": 1, \"team\": \"b\", \"code\": \"2\"}");
        String hidden =
                shop.row("orders", "{\"title\": \"hidden\", \"amount\": 1000, \"team\": \"a\", \"code\": \"3\"}");
        Client member = shop.of("MEMBER");
        String bulk = shop.path("orders") + "bulk/";
        String records = "[{\"title\": \"x\", \"team\": \"a\", \"amount\": 2}, {\"title\": \"y\", \"team\": \"b\"}]";
        member.post(bulk, "{\"operation\": \"create\", \"records\": %s}".formatted(records))
                .refused(403, "ROW_OUTSIDE_POLICY")
                .blaming("records[1]");
        assertThat(shop.titles(shop.owner, "")).containsExactly("hidden", "mine", "seen");
        Answer some = member.post(
                        bulk, "{\"operation\": \"create\", \"records\": %s, \"atomic\": false}".formatted(records))
                .expect(200);
        assertThat(some.at("succeeded").intValue()).isEqualTo(1);

        Answer deleted = member.post(
                        bulk,
                        "{\"operation\": \"delete\", \"atomic\": false, \"ids\": [\"%s\", \"%s\", \"%s\", \"%s\"]}"
                                .formatted(mine, seen, hidden, Ids.next()))
                .expect(200);
        assertThat(deleted.at("succeeded").intValue()).isEqualTo(1);
        assertThat(deleted.at("results/1/error").asText())
                .isNotEqualTo(deleted.at("results/2/error").asText());
        assertThat(deleted.at("results/2/error").asText().replace("[2]", ""))
                .isEqualTo(deleted.at("results/3/error").asText().replace("[3]", ""));
        assertThat(shop.titles(shop.owner, "")).containsExactly("hidden", "seen", "x");

        String upsert = "{\"operation\": \"upsert\", \"on_conflict\": \"code\", \"records\": [%s]}";
        member.post(bulk, upsert.formatted("{\"code\": \"2\", \"team\": \"a\"}"))
                .refused(403, "ROW_FORBIDDEN");
        member.post(bulk, upsert.formatted("{\"code\": \"4\", \"team\": \"b\"}"))
                .refused(403, "ROW_OUTSIDE_POLICY");
        member.post(bulk, upsert.formatted("{\"code\": \"4\", \"team\": \"a\", \"amount\": 4}"))
                .expect(200);
        member.post(bulk, upsert.formatted("{\"code\": \"4\", \"team\": \"a\", \"amount\": 5}"))
                .expect(200);
        member.post(bulk, upsert.formatted("{\"code\": \"4\", \"team\": \"b\", \"amount\": 5}"))
                .refused(403, "ROW_OUTSIDE_POLICY");
        assertThat(shop.owner
                        .get(shop.path("orders") + "?code=4")
                        .at("results/0/amount")
                        .intValue())
                .isEqualTo(5);
        member.post(
                        bulk,
                        "{\"operation\": \"update\", \"records\": [{\"id\": \"%s\", \"title\": \"t\"}]}"
                                .formatted(seen))
                .refused(403, "ROW_FORBIDDEN");
        String mixed = "{\"code\": \"5\", \"team\": \"a\", \"amount\": 5},"
                + " {\"code\": \"2\", \"team\": \"a\", \"amount\": 5},"
                + " {\"code\": \"4\", \"team\": \"a\", \"amount\": 6}";
        member.post(bulk, upsert.formatted(mixed)).refused(403, "ROW_FORBIDDEN").blaming("records[1]");
        assertThat(shop.owner.get(shop.path("orders") + "?code=5").at("count").intValue())
                .isZero();
        Answer most = member.post(bulk, upsert.formatted(mixed).replace("{\"op", "{\"atomic\": false, \"op"))
                .expect(200);
        assertThat(most.at("results").findValuesAsText("status")).containsExactly("created", "failed", "updated");
        String other = shop.row("orders", "{\"title\": \"other\", \"amount\": 1, \"team\": \"a\"}");
        Answer changed = member.post(
                        bulk,
                        "{\"operation\": \"update\", \"atomic\": false, \"records\": [{\"id\": \"%s\", \"title\": \"m\"},"
                                        .formatted(other)
                                + " {\"id\": \"%s\", \"title\": \"m\"}, {\"id\": \"%s\", \"title\": \"m\"}]}"
                                        .formatted(seen, hidden))
                .expect(200);
        assertThat(changed.at("results").findValuesAsText("status")).containsExactly("updated", "failed", "failed");
        assertThat(shop.titles(shop.owner, "&title=m")).containsExactly("m");
    }

    @Test
    void theRightsEndWhereTheOrganisationDoes() {
        shop.policy("orders", "{\"role\": \"MEMBER\", \"action\": \"read\"}");
        Client elsewhere = People.newUser();
        People.newOrganization(elsewhere);
        elsewhere.get(shop.path("orders")).refused(404, "NOT_FOUND");
        elsewhere.get(shop.policies("orders")).refused(404, "NOT_FOUND");
        elsewhere
                .post(shop.policies("orders"), "{\"role\": \"public\", \"action\": \"read\"}")
                .refused(404, "NOT_FOUND");
    }

    @Test
    void aRelationIsUnderTheRulesOfItsOwnTableAndAPolicyMayGoThroughIt() {
        String good = shop.row("client", "{\"name\": \"good\"}");
        String bad = shop.row("client", "{\"name\": \"bad\"}");
        shop.row("orders", "{\"title\": \"a\", \"client\": \"%s\"}".formatted(good));
        shop.row("orders", "{\"title\": \"b\", \"client\": \"%s\"}".formatted(bad));
        shop.policy("client", "{\"role\": \"MEMBER\", \"action\": \"read\", \"filter\": {\"name\": \"good\"}}");
        Client member = shop.of("MEMBER");
        assertThat(shop.titles(member, "&client__name=bad")).isEmpty();
        JsonNode rows =
                member.get(shop.path("orders") + "?sort_by=title&expand=client").at("results");
        assertThat(rows.at("/0/client/name").asText()).isEqualTo("good");
        assertThat(rows.at("/1/client").isNull()).isTrue();
        shop.policy("orders", "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"client__name\": \"bad\"}}");
        assertThat(shop.titles(shop.of("VIEWER"), "")).containsExactly("b");
    }

    @Test
    void aPolicyMayGoThroughManyRowsAndFollowsTheirNames() {
        Shop own = new Shop();
        String open = own.row("client", "{\"name\": \"open\"}");
        own.row("client", "{\"name\": \"idle\"}");
        own.row("orders", "{\"title\": \"due\", \"client\": \"%s\"}".formatted(open));
        own.row("orders", "{\"title\": \"paid\", \"client\": \"%s\"}".formatted(open));
        String policy = own.policy(
                "client", "{\"role\": \"VIEWER\", \"action\": \"read\", \"filter\": {\"orders__title\": \"due\"}}");
        Client viewer = own.of("VIEWER");
        assertThat(viewer.get(own.path("client")).expect(200).at("results").findValuesAsText("name"))
                .containsExactly("open");

        JsonNode fields = own.owner.get(own.schema("orders")).expect(200).at("fields_config");
        for (JsonNode field : fields) {
            if (field.path("name").asText().equals("client")) {
                ((ObjectNode) field).put("reverse_name", "purchases");
            } else if (field.path("name").asText().equals("title")) {
                ((ObjectNode) field).put("name", "headline");
            }
        }
        own.owner
                .patch(own.schema("orders"), Json.object().set("fields_config", fields))
                .expect(200);
        assertThat(own.owner
                        .get(own.policies("client"))
                        .expect(200)
                        .at("results/0")
                        .toString())
                .contains(policy, "purchases__headline");
        assertThat(viewer.get(own.path("client")).expect(200).at("results").findValuesAsText("name"))
                .containsExactly("open");
    }
}
