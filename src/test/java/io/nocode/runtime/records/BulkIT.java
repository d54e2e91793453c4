package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows of one request are written by few statements, and it shows in nothing but the time that it takes. */
class BulkIT {
    private static Cities cities;

    @BeforeAll
    static void aTable() {
        cities = Cities.create();
        cities.table("part", """
                [{"name": "name", "type": "string", "max_length": 20, "required": true},
                 {"name": "code", "type": "integer", "unique": true},
                 {"name": "weight", "type": "decimal", "precision": 8, "scale": 2, "unique": true},
                 {"name": "facts", "type": "json"},
                 {"name": "tags", "type": "multi_choice", "choices": [{"value": "a,\\"b\\\\"}, {"value": "c"}]},
                 {"name": "number", "type": "autonumber", "prefix": "P-"},
                 {"name": "parent", "type": "relation", "target": "part", "on_delete": "cascade"}]
                """);
    }

    private static Answer bulk(String operation, String rest) {
        return cities.owner()
                .post(cities.path("part") + "bulk/", "{\"operation\": \"" + operation + "\", " + rest + "}");
    }

    /** Parts of those names, with the codes from a first one on; their ids. */
    private static List<String> parts(int code, String... names) {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            records.add("{\"name\": \"%s\", \"code\": %d}".formatted(names[i], code + i));
        }
        return bulk("create", "\"records\": " + records)
                .expect(200)
                .at("results")
                .findValuesAsText("id");
    }

    private static JsonNode part(String id) {
        return cities.owner().get(cities.path("part") + id + "/").expect(200).json();
    }

    private static List<String> statuses(Answer answer) {
        return answer.expect(200).at("results").findValuesAsText("status");
    }

    @Test
    void eachRowGetsJustTheFieldsOfItsOwnRecord() {
        List<String> ids = parts(100, "a", "b", "c", "d");
        Answer done = bulk("update", """
                "records": [{"id": "%s", "weight": 1.5, "facts": {"x": 1, "y": [2]}, "tags": ["a,\\"b\\\\", "c"]},
                            {"id": "%s", "name": "B"}, {"id": "%s", "weight": null, "name": "C"}, {"id": "%s"}]
                """.formatted(ids.toArray()));
        assertThat(statuses(done)).containsOnly("updated").hasSize(4);
        assertThat(done.at("results").findValuesAsText("id")).isEqualTo(ids);
        assertThat(part(ids.get(0)).path("tags")).isEqualTo(Json.parse("[\"a,\\\"b\\\\\", \"c\"]"));
        assertThat(part(ids.get(0)).path("name").asText()).isEqualTo("a");
        assertThat(part(ids.get(1)).path("name").asText()).isEqualTo("B");
        assertThat(part(ids.get(2)).path("code").asInt()).isEqualTo(102);
        assertThat(part(ids.get(3)).path("version").asInt()).isEqualTo(2);

        // An object is merged into the one that is there, as by PATCH; anything else takes its place.
        bulk("update", """
                "records": [{"id": "%s", "facts": {"x": null, "z": 3}}, {"id": "%s", "facts": [1]}]
                """.formatted(ids.get(0), ids.get(1))).expect(200);
        assertThat(part(ids.get(0)).path("facts")).isEqualTo(Json.parse("{\"y\": [2], \"z\": 3}"));
        assertThat(part(ids.get(1)).path("facts")).isEqualTo(Json.parse("[1]"));
    }

    @Test
    void aRowThatComesTwiceIsWrittenTwiceInTheOrderOfTheRequest() {
        String id = parts(200, "a").get(0);
        bulk("update", """
                "records": [{"id": "%1$s", "name": "b"}, {"id": "%1$s", "weight": 2.01}, {"id": "%1$s", "name": "c"}]
                """.formatted(id)).expect(200);
        assertThat(part(id).path("name").asText()).isEqualTo("c");
        assertThat(part(id).path("weight").decimalValue()).isEqualByComparingTo("2.01");
        assertThat(part(id).path("version").asInt()).isEqualTo(4);

        Answer upserted = bulk("upsert", """
                "on_conflict": "code", "records": [{"name": "x", "code": 201}, {"name": "d", "code": 200},
                    {"name": "y", "code": 201}, {"name": "z", "code": null}, {"name": "z", "code": null}]
                """);
        assertThat(statuses(upserted)).containsExactly("created", "updated", "updated", "created", "created");
        assertThat(upserted.at("results/1/id").asText()).isEqualTo(id);
        assertThat(part(upserted.at("results/0/id").asText()).path("name").asText())
                .isEqualTo("y");

        assertThat(statuses(bulk("delete", "\"atomic\": false, \"ids\": [\"%1$s\", \"%1$s\"]".formatted(id))))
                .containsExactly("deleted", "deleted");
    }

    @Test
    void whatIsTheSameToPostgresqlAloneIsWrittenOneAfterTheOther() {
        Answer upserted = bulk("upsert", """
                "on_conflict": "weight", "records": [{"name": "x", "weight": 3.1}, {"name": "y", "weight": 3.10}]
                """);
        assertThat(statuses(upserted)).containsExactly("created", "updated");
        assertThat(part(upserted.at("results/0/id").asText()).path("name").asText())
                .isEqualTo("y");
    }

    @Test
    void whatCanBeInTheOrderOfTheRequestIsDone() {
        List<String> ids = parts(400, "a", "b", "c");
        // Only from the last to the first is there room for each.
        assertThat(statuses(bulk("update", """
                "records": [{"id": "%3$s", "code": 403}, {"id": "%2$s", "code": 402}, {"id": "%1$s", "code": 401}]
                """.formatted(ids.toArray())))).containsOnly("updated");
        assertThat(part(ids.get(0)).path("code").asInt()).isEqualTo(401);
        assertThat(part(ids.get(0)).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void theGuiltyAreNamedAndTheOthersStayAsTheyWereUnlessTheyAreWanted() {
        List<String> ids = parts(500, "a", "b", "c", "d");
        String records = """
                "records": [{"id": "%s", "name": "A"}, {"id": "%s", "code": 500}, {"id": "%s", "name": "C"},
                            {"id": "%s", "code": 502}]
                """.formatted(ids.toArray());
        bulk("update", records)
                .refused(409, "NOT_UNIQUE")
                .blaming("records[1].code")
                .blaming("records[3].code");
        assertThat(part(ids.get(0)).path("name").asText()).isEqualTo("a");
        bulk("update", records.replace("502}", "503, \"parent\": \"" + Ids.next() + "\"}"))
                .refused(400, "INVALID")
                .blaming("records[1].code");
        bulk("update", records.replace(ids.get(2), Ids.next().toString()).replace(": 50", ": 59"))
                .refused(400, "INVALID")
                .blaming("records[2]");
        assertThat(part(ids.get(1)).path("version").asInt()).isEqualTo(1);
        Answer some = bulk("update", "\"atomic\": false, " + records);
        assertThat(statuses(some)).containsExactly("updated", "failed", "updated", "failed");
        assertThat(some.at("results/1/error").asText()).startsWith("records[1].code: ");
        assertThat(part(ids.get(2)).path("name").asText()).isEqualTo("C");
        assertThat(part(ids.get(3)).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void rowsThatGoWithOthersMayBeNamedToo() {
        List<String> ids = parts(600, "whole", "piece", "other");
        bulk("update", "\"records\": [{\"id\": \"%s\", \"parent\": \"%s\"}]".formatted(ids.get(1), ids.get(0)))
                .expect(200);
        assertThat(statuses(bulk("delete", "\"ids\": " + Json.text(ids)))).containsOnly("deleted");
        assertThat(cities.owner()
                        .get(cities.path("part") + "?code__gte=600&code__lt=700")
                        .expect(200)
                        .at("count")
                        .asInt())
                .isZero();
    }

    @Test
    void aRowThatIsNamedTwiceIsDeletedOnceAndAnsweredTwice() {
        List<String> ids = parts(620, "once", "other");
        assertThat(statuses(
                        bulk("delete", "\"ids\": [\"%1$s\", \"%2$s\", \"%1$s\"]".formatted(ids.get(0), ids.get(1)))))
                .containsExactly("deleted", "deleted", "deleted");
    }

    @Test
    void whatIsNoIdCostsOnlyItself() {
        List<String> ids = parts(630, "named");
        Answer done = bulk("delete", "\"atomic\": false, \"ids\": [\"x\", 5, null, \"%s\"]".formatted(ids.get(0)));
        assertThat(statuses(done)).containsExactly("failed", "failed", "failed", "deleted");
        assertThat(done.at("results/0/error").asText()).contains("ids[0]").contains("UUID");
        bulk("delete", "\"ids\": [\"x\"]").refused(400, "INVALID").blaming("ids[0]");
        bulk("delete", "\"ids\": \"x\"").refused(400, "INVALID").blaming("ids");
        bulk("delete", "\"atomic\": true").refused(400, "INVALID").blaming("ids");
    }

    @Test
    void aFormulaThatCannotBeWorkedOutIsNamed() {
        cities.table("sum", """
                [{"name": "amount", "type": "integer"},
                 {"name": "twice", "type": "formula", "expression": "amount * 2", "result_type": "integer"}]
                """);
        String path = cities.path("sum");
        cities.owner()
                .post(path, "{\"amount\": 2000000000}")
                .refused(400, "INVALID")
                .blaming("twice");
        cities.owner().post(path + "bulk/", """
                        {"operation": "create", "records": [{"amount": 1}, {"amount": 2000000000}]}
                        """).refused(400, "INVALID").blaming("records[1].twice");
        assertThat(cities.owner().get(path).at("count").intValue()).isZero();
    }

    @Test
    void tenThousandRowsAreChangedAtOnce() {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            records.add("{\"name\": \"n%d\", \"code\": %d}".formatted(i, 1_000_000 + i));
        }
        Answer made = bulk("upsert", "\"on_conflict\": \"code\", \"records\": " + records);
        assertThat(statuses(made)).containsOnly("created").hasSize(10_000);
        records.add(records.remove(0));
        Answer again = bulk("upsert", "\"on_conflict\": [\"code\"], \"records\": " + records);
        assertThat(statuses(again)).containsOnly("updated");
        assertThat(again.at("results/9999/id")).isEqualTo(made.at("results/0/id"));
        List<String> ids = made.at("results").findValuesAsText("id");
        assertThat(statuses(bulk(
                        "update",
                        "\"records\": "
                                + ids.stream()
                                        .map(id -> "{\"id\": \"" + id + "\", \"name\": \"" + id.substring(20) + "\"}")
                                        .toList())))
                .containsOnly("updated");
        assertThat(part(ids.get(777)).path("name").asText())
                .isEqualTo(ids.get(777).substring(20));
        assertThat(part(ids.get(777)).path("version").asInt()).isEqualTo(3);
    }
}
