package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.testing.Answer;
import io.nocode.testing.AtOnce;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MatchingRowsIT {
    private static Cities cities;

    @BeforeAll
    static void aProjectWithTables() {
        cities = Cities.create();
    }

    @Test
    void allRowsThatMatchChangeTogetherOrNotAtAll() {
        cities("Group", 3);
        String rows = cities.path("city") + "?name__startswith=Group";
        Answer refused =
                cities.owner().patch(rows + "&confirm=2", "{\"price\": 5}").refused(409, "NOT_CONFIRMED");
        assertThat(refused.at("details/count").intValue()).isEqualTo(3);
        assertThat(refused.at("error").asText()).isEqualTo("3 rows match, and not as many as you confirmed.");
        assertThat(cities.list("name__startswith=Group&price=5").at("count").intValue())
                .isZero();

        assertThat(cities.owner()
                        .patch(rows + "&confirm=3", "{\"price\": 5, \"facts\": {\"b\": 2}}")
                        .expect(200)
                        .json())
                .isEqualTo(Json.parse("{\"updated\": 3}"));
        Answer changed = cities.list("name__startswith=Group&price=5");
        assertThat(changed.at("count").intValue()).isEqualTo(3);
        assertThat(changed.at("results/0/version").intValue()).isEqualTo(2);
        assertThat(changed.at("results/0/facts")).isEqualTo(Json.parse("{\"a\": 1, \"b\": 2}"));

        String filters = "?filters=" + Cities.encoded("{\"name__startswith\": \"Group\", \"name__endswith\": \"1\"}");
        assertThat(cities.owner()
                        .delete(cities.path("city") + filters + "&confirm=1")
                        .expect(200)
                        .json())
                .isEqualTo(Json.parse("{\"deleted\": 1}"));
        assertThat(cities.list("name__startswith=Group").at("count").intValue()).isEqualTo(2);
    }

    @Test
    void withoutAFilterOrANumberNothingIsDone() {
        Client owner = cities.owner();
        String path = cities.path("city");
        for (String query : List.of("", "?confirm=0", "?filters={}&confirm=0", "?environment=dev&confirm=0")) {
            owner.delete(path + query.replace("{}", "%7B%7D")).refused(400, "INVALID");
            owner.patch(path + query.replace("{}", "%7B%7D"), "{\"price\": 1}").refused(400, "INVALID");
        }
        owner.delete(path + "?name=x").refused(400, "INVALID").blaming("confirm");
        owner.delete(path + "?name=x&confirm=many").refused(400, "INVALID").blaming("confirm");
        owner.delete(path + "?nosuch=x&confirm=0")
                .refused(400, "UNKNOWN_PARAMETER")
                .blaming("nosuch");
        owner.patch(path + "?name=x&confirm=0", "{\"price\": \"x\", \"nosuch\": 1}")
                .refused(400, "UNKNOWN_FIELD")
                .blaming("price")
                .blaming("nosuch");
        owner.patch(path + "?name=nobody&confirm=0", "{\"price\": 1}").expect(200);
    }

    @Test
    void whatTheDatabaseRefusesOfOneRowIsRefusedOfAll() {
        cities.country("Twin A", "TA");
        cities.country("Twin B", "TB");
        cities.owner()
                .patch(cities.path("country") + "?name__startswith=Twin&confirm=2", "{\"code\": \"TT\"}")
                .refused(409, "NOT_UNIQUE")
                .blaming("code");
        String country = cities.country("Held", "HE");
        cities.city("{\"name\": \"Holder\", \"country\": \"%s\"}".formatted(country));
        cities.owner().delete(cities.path("country") + "?name=Held&confirm=1").refused(409, "ROW_IN_USE");
    }

    @Test
    void neverMoreRowsThanWereConfirmedHoweverManyComeMeanwhile() {
        for (int round = 0; round < 5; round++) {
            String name = "Race " + round + " ";
            cities(name, 4);
            List<Answer> answers = AtOnce.run(
                    4,
                    i -> i == 0
                            ? cities.owner()
                                    .delete(cities.path("city") + "?name__startswith=" + Cities.encoded(name)
                                            + "&confirm=4")
                            : cities.city("{\"name\": \"%s more %s\"}".formatted(name, i)));
            int left = cities.list("name__startswith=" + Cities.encoded(name))
                    .at("count")
                    .intValue();
            if (answers.get(0).status() == 200) {
                assertThat(left).isEqualTo(3);
            } else {
                answers.get(0).refused(409, "NOT_CONFIRMED");
                assertThat(left).isEqualTo(7);
            }
        }
    }

    @Test
    void theRolesCountAsForSingleRows() {
        String rows = cities.path("city") + "?name=nobody&confirm=0";
        Client viewer = People.newMember(cities.owner(), cities.organization(), "VIEWER");
        viewer.patch(rows, "{\"price\": 1}").refused(403, "FORBIDDEN");
        viewer.delete(rows).refused(403, "FORBIDDEN");
        Client outsider = People.newUser();
        outsider.patch(rows, "{\"price\": 1}").refused(404, "NOT_FOUND");
        outsider.delete(rows).refused(404, "NOT_FOUND");
        Client.anonymous().delete(rows).refused(401, "UNAUTHENTICATED");
    }

    private static void cities(String name, int count) {
        for (int i = 0; i < count; i++) {
            cities.city("{\"name\": \"%s%s\", \"facts\": {\"a\": 1}}".formatted(name, i));
        }
    }
}
