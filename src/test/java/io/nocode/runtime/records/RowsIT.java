package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsIT {
    private static Cities cities;

    @BeforeAll
    static void aProjectWithTables() {
        cities = Cities.create();
    }

    @Test
    void aRowComesBackAsItWasSentWithItsExactDigits() {
        String country = cities.country("Schweiz", "CH");
        Answer made = cities.city("""
                {"name": "Zürich 🇨🇭", "price": 12.50, "inhabitants": -3, "founded": "0015-01-31",
                 "seen": "2026-01-01T12:00:00.123456+02:00", "capital": true,
                 "facts": {"a": [1, 2.50, null], "b": "ü"}, "mail": "a@example.org", "kind": "metropolis",
                 "country": "%s"}
                """.formatted(country));
        assertThat(made.text()).contains("\"price\":12.50");
        assertThat(made.only(
                        "name",
                        "price",
                        "inhabitants",
                        "founded",
                        "seen",
                        "capital",
                        "facts",
                        "mail",
                        "kind",
                        "country",
                        "version"))
                .isEqualTo(Json.parse("""
                        {"name": "Zürich 🇨🇭", "price": 12.50, "inhabitants": -3, "founded": "0015-01-31",
                         "seen": "2026-01-01T10:00:00.123456Z", "capital": true,
                         "facts": {"a": [1, 2.50, null], "b": "ü"}, "mail": "a@example.org", "kind": "metropolis",
                         "country": "%s", "version": 1}
                        """.formatted(country)));
        assertThat(made.at("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?Z");
        assertThat(made.at("created_by").asText())
                .isEqualTo(made.at("updated_by").asText())
                .isNotEmpty();
        assertThat(made.header("Location")).endsWith("/tables/city/" + made.id() + "/");

        Answer read = cities.owner().get(made.header("Location")).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(cities.owner()
                        .get(cities.path("city") + made.id())
                        .expect(200)
                        .json())
                .isEqualTo(made.json());
    }

    @Test
    void whatIsLeftOutTakesItsDefaultAndPutTakesItAgain() {
        Answer made = cities.city("{\"name\": \"Bern\"}");
        assertThat(made.at("capital").booleanValue()).isFalse();
        assertThat(made.at("kind").asText()).isEqualTo("town");
        assertThat(made.at("price").isNull()).isTrue();

        String path = cities.path("city") + made.id() + "/";
        Answer merged = cities.owner()
                .patch(path, "{\"capital\": true, \"kind\": \"metropolis\", \"inhabitants\": 5}")
                .expect(200);
        assertThat(merged.only("name", "capital", "kind", "inhabitants", "version"))
                .isEqualTo(
                        Json.parse(
                                "{\"name\": \"Bern\", \"capital\": true, \"kind\": \"metropolis\", \"inhabitants\": 5, \"version\": 2}"));

        Answer replaced = cities.owner().put(path, "{\"name\": \"Berne\"}").expect(200);
        assertThat(replaced.only("name", "capital", "kind", "inhabitants", "version"))
                .isEqualTo(
                        Json.parse(
                                "{\"name\": \"Berne\", \"capital\": false, \"kind\": \"town\", \"inhabitants\": null, \"version\": 3}"));

        assertThat(cities.owner().delete(path).expect(204).text()).isEmpty();
        cities.owner().get(path).refused(404, "NOT_FOUND");
        cities.owner().delete(path).refused(404, "NOT_FOUND");
        cities.owner().put(path, "{\"name\": \"x\"}").refused(404, "NOT_FOUND");
    }

    @Test
    void aMergePatchMergesWithinJson() {
        Answer made = cities.city("{\"name\": \"Basel\", \"facts\": {\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}}");
        Answer merged = cities.owner()
                .patch(
                        cities.path("city") + made.id() + "/",
                        "{\"facts\": {\"a\": null, \"b\": {\"c\": 4}, \"e\": [null]}}")
                .expect(200);
        assertThat(merged.at("facts")).isEqualTo(Json.parse("{\"b\": {\"c\": 4, \"d\": 3}, \"e\": [null]}"));
    }

    @Test
    void theTagKnowsWhoWasFaster() {
        Answer made = cities.city("{\"name\": \"Thun\"}");
        String path = cities.path("city") + made.id() + "/";
        String tag = cities.owner().get(path).expect(200).header("ETag");
        assertThat(tag).startsWith("\"").isEqualTo(made.header("ETag"));
        assertThat(cities.owner()
                        .with("If-None-Match", "\"x\", " + tag)
                        .get(path)
                        .expect(304)
                        .text())
                .isEmpty();

        Answer faster = cities.owner()
                .with("If-Match", tag)
                .patch(path, "{\"inhabitants\": 1}")
                .expect(200);
        cities.owner().with("If-Match", tag).patch(path, "{\"inhabitants\": 2}").refused(412, "PRECONDITION_FAILED");
        cities.owner().with("If-Match", tag).put(path, "{\"name\": \"T\"}").refused(412, "PRECONDITION_FAILED");
        cities.owner().with("If-Match", tag).delete(path).refused(412, "PRECONDITION_FAILED");
        cities.owner().with("If-Match", "\"nonsense\"").delete(path).refused(412, "PRECONDITION_FAILED");
        assertThat(cities.owner().get(path).at("inhabitants").intValue()).isEqualTo(1);
        cities.owner().with("If-None-Match", tag).get(path).expect(200);
        cities.owner().with("If-Match", faster.header("ETag")).delete(path).expect(204);
        cities.owner().with("If-Match", "*").delete(path).refused(404, "NOT_FOUND");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAndNothingIsStored() {
        cities.owner()
                .post(cities.path("city"), """
                        {"price": "12", "inhabitants": 1.5, "founded": "2026-02-30", "seen": "now", "capital": "yes",
                         "mail": "nobody", "kind": "village", "country": "1"}
                        """)
                .refused(400, "INVALID")
                .blaming("name")
                .blaming("price")
                .blaming("inhabitants")
                .blaming("founded")
                .blaming("seen")
                .blaming("capital")
                .blaming("mail")
                .blaming("kind")
                .blaming("country");
        cities.owner()
                .post(cities.path("city"), "{\"name\": \"" + "x".repeat(51) + "\", \"price\": 0.001}")
                .refused(400, "INVALID")
                .blaming("name")
                .blaming("price");
        cities.owner()
                .post(cities.path("city"), "{\"name\": \"nul\\u0000\", \"mail\": \"\\ud800\"}")
                .refused(400, "INVALID")
                .blaming("name")
                .blaming("mail");
        assertThat(cities.names("name__startswith=nul")).isEmpty();
    }

    @Test
    void whatIsNoFieldOrTheServersOwnIsRefused() {
        cities.owner()
                .post(
                        cities.path("city"),
                        "{\"name\": \"x\", \"nosuch\": 1, \"id\": \"%s\", \"version\": 7, \"created_by\": null}"
                                .formatted(Ids.next()))
                .refused(400, "UNKNOWN_FIELD")
                .blaming("nosuch")
                .blaming("id")
                .blaming("version")
                .blaming("created_by");
    }

    @Test
    void whatTheDatabaseRefusesIsBlamedOnItsField() {
        cities.country("Österreich", "AT");
        cities.owner()
                .post(cities.path("country"), "{\"name\": \"Atlantis\", \"code\": \"AT\"}")
                .refused(409, "NOT_UNIQUE")
                .blaming("code");
        cities.owner()
                .post(cities.path("city"), "{\"name\": \"x\", \"country\": \"%s\"}".formatted(Ids.next()))
                .refused(400, "INVALID")
                .blaming("country");
        String country = cities.country("Liechtenstein", "LI");
        String city = cities.city("{\"name\": \"Vaduz\", \"country\": \"%s\"}".formatted(country))
                .id();
        cities.owner().delete(cities.path("country") + country + "/").refused(409, "ROW_IN_USE");
        cities.owner().delete(cities.path("city") + city + "/").expect(204);
        cities.owner().delete(cities.path("country") + country + "/").expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": NaN}",
                "{\"name\": \"x\"} x",
                "{\"name\": \"x\", \"inhabitants\": 1e999}",
                "{\"name\": \"x\", \"price\": 1e999999999}",
                "{\"name\": \"x\", \"__proto__\": {\"capital\": true}}",
                "{\"name\": {\"x\": 1}}",
                "{\"name\": [\"x\"]}"
            })
    void hostileJsonIsABadRequest(String body) {
        assertThat(cities.owner().post(cities.path("city"), body).status()).isEqualTo(400);
    }

    @Test
    void jsonWithoutEndIsABadRequest() {
        String deep = "{\"name\": \"x\", \"facts\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThat(cities.owner().post(cities.path("city"), deep).status()).isEqualTo(400);
        assertThat(cities.owner()
                        .with("Content-Type", "text/plain")
                        .post(cities.path("city"), "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void whoHasNoPartInTheOrganisationLearnsNothing() {
        String row = cities.city("{\"name\": \"Chur\"}").id();
        Client outsider = People.newUser();
        String path = cities.path("city");
        outsider.get(path).refused(404, "NOT_FOUND");
        outsider.get(path + row + "/").refused(404, "NOT_FOUND");
        outsider.post(path, "{\"name\": \"x\"}").refused(404, "NOT_FOUND");
        outsider.put(path + row + "/", "{\"name\": \"x\"}").refused(404, "NOT_FOUND");
        outsider.patch(path + row + "/", "{\"name\": \"x\"}").refused(404, "NOT_FOUND");
        outsider.delete(path + row + "/").refused(404, "NOT_FOUND");
        outsider.post(path + "bulk/", "{\"operation\": \"create\", \"records\": []}")
                .refused(404, "NOT_FOUND");
        outsider.get("runtime/projects/" + cities.project() + "/schema/").refused(404, "NOT_FOUND");
        Client.anonymous().get(path).refused(401, "UNAUTHENTICATED");
        Client.anonymous().post(path, "{").refused(401, "UNAUTHENTICATED");
        Client.anonymous().get("runtime/projects/" + Ids.next() + "/tables/x/").refused(401, "UNAUTHENTICATED");
        Client.anonymous()
                .get("runtime/projects/" + cities.project() + "/schema/")
                .refused(401, "UNAUTHENTICATED");
    }

    @Test
    void rolesMayWhatTheTableSays() {
        String row = cities.city("{\"name\": \"Sion\"}").id();
        String path = cities.path("city");
        Client viewer = People.newMember(cities.owner(), cities.organization(), "VIEWER");
        viewer.get(path + row + "/").expect(200);
        viewer.get(path).expect(200);
        viewer.post(path, "{\"name\": \"x\"}").refused(403, "FORBIDDEN");
        viewer.patch(path + row + "/", "{\"name\": \"x\"}").refused(403, "FORBIDDEN");
        viewer.delete(path + row + "/").refused(403, "FORBIDDEN");
        Client member = People.newMember(cities.owner(), cities.organization(), "MEMBER");
        String own = member.post(path, "{\"name\": \"Brig\"}").expect(201).id();
        member.delete(path + own + "/").expect(204);
    }

    @Test
    void thereIsNothingWhereNothingIs() {
        Client owner = cities.owner();
        owner.get(cities.path("nosuch")).refused(404, "NOT_FOUND");
        owner.get(cities.path("city") + Ids.next() + "/").refused(404, "NOT_FOUND");
        owner.get(cities.path("city") + "not-an-id/").refused(404, "NOT_FOUND");
        owner.get("runtime/projects/" + Ids.next() + "/tables/city/").refused(404, "NOT_FOUND");
        owner.get(cities.path("city") + "?environment=nosuch")
                .refused(400, "INVALID")
                .blaming("environment");
        owner.with("X-Environment", "nosuch")
                .get(cities.path("city"))
                .refused(400, "INVALID")
                .blaming("environment");
        owner.get(cities.path("city") + "?environment=prod").refused(404, "NOT_FOUND");
        owner.get(cities.path("city") + "?environment=dev").expect(200);
    }

    @Test
    void onlyTheFieldsThatAreWanted() {
        Answer made = cities.city("{\"name\": \"Genf\", \"inhabitants\": 7}");
        String path = cities.path("city") + made.id() + "/";
        Answer two = cities.owner().get(path + "?fields=inhabitants,name").expect(200);
        assertThat(two.text()).isEqualTo("{\"inhabitants\":7,\"name\":\"Genf\"}");
        assertThat(two.header("ETag")).isNotEqualTo(made.header("ETag"));
        cities.owner().get(path + "?fields=nosuch").refused(400, "INVALID").blaming("fields");
        cities.owner().get(path + "?nosuch=1").refused(400, "UNKNOWN_PARAMETER").blaming("nosuch");
        cities.owner()
                .with("If-Match", two.header("ETag"))
                .patch(path, "{\"inhabitants\": 8}")
                .expect(200);
    }

    @Test
    void manyRowsAreOneRequest() {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            records.append(i == 0 ? "" : ",")
                    .append("{\"name\": \"Bulk ")
                    .append(i)
                    .append("\", \"price\": ")
                    .append(i)
                    .append(".5, \"facts\": {\"n\": ")
                    .append(i)
                    .append("}, \"founded\": null}");
        }
        Answer made = cities.owner()
                .post(cities.path("city") + "bulk/", "{\"operation\": \"create\", \"records\": [" + records + "]}")
                .expect(200);
        assertThat(made.at("succeeded").intValue()).isEqualTo(10_000);
        assertThat(made.at("results/9999/index").intValue()).isEqualTo(9_999);
        String last = made.at("results/9999/id").asText();
        assertThat(cities.owner()
                        .get(cities.path("city") + last + "/")
                        .only("name", "price", "facts", "kind", "version"))
                .isEqualTo(
                        Json.parse(
                                "{\"name\": \"Bulk 9999\", \"price\": 9999.50, \"facts\": {\"n\": 9999}, \"kind\": \"town\", \"version\": 1}"));

        String ids = Json.text(made.at("results").findValuesAsText("id"));
        assertThat(cities.owner()
                        .post(cities.path("city") + "bulk/", "{\"operation\": \"delete\", \"ids\": " + ids + "}")
                        .expect(200)
                        .at("succeeded")
                        .intValue())
                .isEqualTo(10_000);
        assertThat(cities.names("name__startswith=Bulk")).isEmpty();
    }

    @Test
    void oneBadRowOfManyLeavesNothingAndIsNamed() {
        String bulk = cities.path("country") + "bulk/";
        cities.country("Norge", "NO");
        cities.owner()
                .post(
                        bulk,
                        "{\"operation\": \"create\", \"records\": [{\"name\": \"A\", \"code\": \"Q1\"},"
                                + " {\"code\": \"XXX\"}, {\"name\": \"B\", \"x\": 1}]}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("records[1].name")
                .blaming("records[1].code")
                .blaming("records[2].x");
        String conflicts =
                "{\"operation\": \"create\", \"atomic\": %s, \"records\": [{\"name\": \"A\", \"code\": \"Q2\"},"
                        + " {\"name\": \"B\", \"code\": \"NO\"}, {\"name\": \"C\", \"code\": \"Q2\"}]}";
        cities.owner()
                .post(bulk, conflicts.formatted("true"))
                .refused(409, "NOT_UNIQUE")
                .blaming("records[1].code")
                .blaming("records[2].code");
        assertThat(cities.owner()
                        .get(cities.path("country") + "?code=Q2")
                        .at("count")
                        .intValue())
                .isZero();
        Answer some = cities.owner().post(bulk, conflicts.formatted("false")).expect(200);
        assertThat(some.at("succeeded").intValue()).isEqualTo(1);
        assertThat(some.at("failed").intValue()).isEqualTo(2);
        assertThat(some.at("results/1/status").asText()).isEqualTo("failed");
        assertThat(some.at("results/1/error").asText()).isNotEmpty();
        assertThat(cities.owner()
                        .get(cities.path("country") + "?code=Q2")
                        .at("count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void manyRowsAreUpdatedAndUpserted() {
        String bulk = cities.path("country") + "bulk/";
        String id = cities.country("Sverige", "SE");
        cities.owner()
                .post(
                        bulk,
                        "{\"operation\": \"update\", \"records\": [{\"id\": \"%s\", \"name\": \"Sweden\"}]}"
                                .formatted(id))
                .expect(200);
        Answer upserted = cities.owner()
                .post(
                        bulk,
                        "{\"operation\": \"upsert\", \"on_conflict\": \"code\", \"records\": ["
                                + "{\"name\": \"Schweden\", \"code\": \"SE\"}, {\"name\": \"Danmark\", \"code\": \"DK\"}]}")
                .expect(200);
        assertThat(upserted.at("results/0/status").asText()).isEqualTo("updated");
        assertThat(upserted.at("results/0/id").asText()).isEqualTo(id);
        assertThat(upserted.at("results/1/status").asText()).isEqualTo("created");
        JsonNode row = cities.owner().get(cities.path("country") + id + "/").json();
        assertThat(row.path("name").asText()).isEqualTo("Schweden");
        assertThat(row.path("version").intValue()).isEqualTo(3);
        cities.owner()
                .post(bulk, "{\"operation\": \"upsert\", \"on_conflict\": \"name\", \"records\": [{\"name\": \"x\"}]}")
                .refused(400, "INVALID")
                .blaming("on_conflict");
        cities.owner()
                .post(bulk, "{\"operation\": \"delete\", \"ids\": [\"%s\", \"%s\"]}".formatted(id, Ids.next()))
                .refused(400, "INVALID")
                .blaming("ids[1]");
        cities.owner().get(cities.path("country") + id + "/").expect(200);
    }

    @Test
    void frontEndsLearnWhatThereIs() {
        Answer all = cities.owner()
                .get("runtime/projects/" + cities.project() + "/schema/")
                .expect(200);
        assertThat(all.at("tables").findValuesAsText("table_name")).containsExactlyInAnyOrder("country", "city");
        Answer one = cities.owner()
                .get("runtime/projects/" + cities.project() + "/schema/city/")
                .expect(200);
        assertThat(one.at("permissions/delete").booleanValue()).isTrue();
        assertThat(one.at("relationships/0/table").asText()).isEqualTo("country");
        assertThat(one.at("api_endpoint").asText()).endsWith(cities.path("city"));
        assertThat(cities.owner()
                        .get(cities.path("city") + "schema/")
                        .expect(200)
                        .at("fields/0/name")
                        .asText())
                .isEqualTo("name");
        assertThat(cities.owner()
                        .get(cities.path("city") + "fields/")
                        .expect(200)
                        .at("count")
                        .intValue())
                .isEqualTo(10);
    }
}
