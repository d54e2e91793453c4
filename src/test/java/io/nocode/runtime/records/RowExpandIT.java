package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.testing.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowExpandIT {
    private static Cities cities;
    private static String france;
    private static String paris;

    @BeforeAll
    static void countriesWithCitiesWithStreets() {
        cities = Cities.create();
        cities.table("street", """
                [{"name": "name", "type": "string"},
                 {"name": "x", "type": "integer"},
                 {"name": "no", "type": "autonumber", "prefix": "S-"},
                 {"name": "opens", "type": "time"},
                 {"name": "tags", "type": "multi_choice", "choices": [{"value": "wide"}, {"value": "old"}]},
                 {"name": "city", "type": "relation", "target": "city", "reverse_name": "streets"},
                 {"name": "mainstreet_of", "type": "relation", "target": "city", "kind": "one_to_one",
                  "reverse_name": "mainstreet"},
                 {"name": "crosses", "type": "relation", "target": "street", "kind": "many_to_many"}]
                """);
        france = cities.country("France", "FR");
        paris = cities.city("{\"name\": \"Paris\", \"price\": 10.50, \"seen\": \"2026-05-04T23:30:00Z\","
                        + " \"founded\": \"0987-01-02\", \"facts\": {\"b\": [1, 2.50], \"a\": null}, \"country\": \"%s\"}"
                                .formatted(france))
                .id();
        cities.city(
                "{\"name\": \"Lyon\", \"seen\": \"2026-05-04T23:30:00.120Z\", \"country\": \"%s\"}".formatted(france));
        cities.city("{\"name\": \"Atlantis\"}");
        street("Rivoli", "\"mainstreet_of\": \"" + paris + "\"");
        street("Monge", "\"tags\": [\"old\", \"wide\"], \"opens\": \"07:30:00\"");
    }

    private static void street(String name, String more) {
        cities.owner()
                .post(
                        cities.path("street"),
                        "{\"name\": \"%s\", \"x\": 7, \"city\": \"%s\", %s}".formatted(name, paris, more))
                .expect(201);
    }

    private static Answer get(String table, String query) {
        return cities.owner().get(cities.path(table) + "?" + query);
    }

    @Test
    void theRowThatARelationPointsToStandsInItsPlace() {
        Answer page = cities.list("expand=country&sort_by=name").expect(200);
        assertThat(page.at("results/0/country").isNull()).isTrue();
        assertThat(page.at("results/1/country"))
                .isEqualTo(cities.owner()
                        .get(cities.path("country") + france + "/")
                        .expect(200)
                        .json());
        for (String fields : new String[] {"name", "name,country"}) {
            assertThat(cities.list("expand=country&fields=" + fields)
                            .expect(200)
                            .at("results/0"))
                    .hasSize(2);
        }
        assertThat(cities.list("expand=streets&fields=name,streets").expect(200).at("results/0"))
                .hasSize(2);
    }

    @Test
    void rowsThatPointHereAreAListAndLookAsTheyDoAtHome() {
        JsonNode embedded = get("country", "expand=city").expect(200).at("results/0/city");
        JsonNode own = cities.list("sort_by=id&country=" + france).expect(200).at("results");
        assertThat(embedded.toString()).isEqualTo(own.toString());
        JsonNode streets =
                cities.list("expand=streets&sort_by=-name").expect(200).at("results/0/streets");
        assertThat(streets.toString())
                .isEqualTo(get("street", "sort_by=id").expect(200).at("results").toString());
        assertThat(cities.list("expand=streets&name=Atlantis").expect(200).at("results/0/streets"))
                .isEmpty();
    }

    @Test
    void oneToOneIsOneFromEitherEnd() {
        assertThat(cities.list("expand=mainstreet&name=Paris")
                        .expect(200)
                        .at("results/0/mainstreet/name")
                        .asText())
                .isEqualTo("Rivoli");
        assertThat(cities.list("expand=mainstreet&name=Lyon")
                        .expect(200)
                        .at("results/0/mainstreet")
                        .isNull())
                .isTrue();
        assertThat(get("street", "expand=mainstreet_of&name=Rivoli")
                        .expect(200)
                        .at("results/0/mainstreet_of/name")
                        .asText())
                .isEqualTo("Paris");
    }

    @Test
    void manyToManyIsAListFromEitherEnd() {
        JsonNode row =
                get("street", "expand=crosses,street&name=Monge").expect(200).at("results/0");
        assertThat(row.path("crosses").isArray()).isTrue();
        assertThat(row.path("street").isArray()).isTrue();
    }

    @Test
    void expansionsNestThreeDeep() {
        Answer page = get("country", "expand=city.streets.city&page_size=1").expect(200);
        assertThat(page.at("results/0/city/0/streets/1/city/name").asText()).isEqualTo("Paris");
        assertThat(page.at("results/0/city/1/streets")).isEmpty();
    }

    @Test
    void walksAndDeepPagesAndFiltersEmbedToo() {
        String by = "expand=country,streets&sort_by=name&page_size=1";
        JsonNode second = cities.list(by + "&page=2").expect(200).at("results/0");
        Answer first = cities.list(by + "&cursor=").expect(200);
        assertThat(cities.owner().get(first.at("next").asText()).expect(200).at("results/0"))
                .isEqualTo(second);
        assertThat(Cities.names(cities.list(by + "&country__code=FR&count=none").expect(200)))
                .containsExactly("Lyon");
        assertThat(cities.list(by + "&page=2000").expect(200).at("results")).isEmpty();
    }

    @Test
    void aListHoldsAHundredRows() {
        String spain = cities.country("España", "ES");
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 103; i++) {
            records.append(i == 0 ? "" : ",").append("{\"name\": \"C%d\", \"country\": \"%s\"}".formatted(i, spain));
        }
        cities.owner()
                .post(cities.path("city") + "bulk/", "{\"operation\": \"create\", \"records\": [" + records + "]}")
                .expect(200);
        JsonNode embedded = get("country", "expand=city&code=ES").expect(200).at("results/0/city");
        assertThat(embedded).hasSize(100);
        assertThat(((ObjectNode) embedded.get(99)).path("country").asText()).isEqualTo(spain);
        cities.owner()
                .post(
                        cities.path("city") + "bulk/",
                        "{\"operation\": \"delete\", \"ids\": "
                                + com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                        .arrayNode()
                                        .addAll(cities.list("country=" + spain + "&page_size=100&fields=id")
                                                .expect(200)
                                                .at("results")
                                                .findValues("id"))
                                + "}")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expand=nosuch",
                "expand=name",
                "expand=country.nosuch",
                "expand=country.city.country.city",
                "expand=country;drop",
                "expand=country.",
                "expand=street",
                "expand=streets.crosses.crosses&page_size=100",
                "expand=%22",
                "expand=country&expand=streets"
            })
    void whatCannotBeEmbeddedIsABadRequest(String query) {
        cities.list(query).refused(400, "INVALID").blaming("expand");
    }
}
