package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.id.Ids;
import io.nocode.testing.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowListIT {
    private static Cities cities;

    @BeforeAll
    static void citiesOfTwoCountries() {
        cities = Cities.create();
        String france = cities.country("France", "FR");
        String brazil = cities.country("Brasil", "BR");
        cities.city(
                "{\"name\": \"Orléans\", \"price\": 10.00, \"capital\": false, \"country\": \"%s\"}".formatted(france));
        cities.city("{\"name\": \"ORLEANS 2\", \"price\": 10, \"country\": \"%s\"}".formatted(france));
        cities.city("{\"name\": \"Paris\", \"price\": 25.5, \"capital\": true, \"founded\": \"2026-05-04\","
                + " \"country\": \"%s\"}".formatted(france));
        cities.city(
                "{\"name\": \"São Paulo\", \"price\": 7, \"inhabitants\": 12, \"country\": \"%s\"}".formatted(brazil));
        cities.city("{\"name\": \"100%_sure\\\\\", \"kind\": \"metropolis\", \"seen\": \"2026-05-04T23:30:00-02:00\"}");
        cities.city("{\"name\": \"'; drop table city; --\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"price\": 10}                                    | Orléans,ORLEANS 2",
                "{\"price__gte\": 10, \"capital\": true}            | Paris",
                "{\"price__range\": [7, 10]}                        | Orléans,ORLEANS 2,São Paulo",
                "{\"price__in\": [7, 25.50]}                        | Paris,São Paulo",
                "{\"price__not_in\": [7, 10, 25.5]}                 | 100%_sure\\,'; drop table city; --",
                "{\"price\": null}                                  | 100%_sure\\,'; drop table city; --",
                "{\"price__isnull\": true}                          | 100%_sure\\,'; drop table city; --",
                "{\"not\": {\"price__gt\": 7}}                      | São Paulo,100%_sure\\,'; drop table city; --",
                "{\"or\": [{\"name\": \"Paris\"}, {\"inhabitants\": 12}]} | Paris,São Paulo",
                "{\"or\": []}                                       | -",
                "{\"price__in\": []}                                | -",
                "{\"name__icontains\": \"ORLÉ\"}                    | Orléans",
                "{\"name__contains\": \"%_s\"}                      | 100%_sure\\",
                "{\"name__endswith\": \"\\\\\"}                     | 100%_sure\\",
                "{\"name__iexact\": \"pARIS\"}                      | Paris",
                "{\"name\": \"'; drop table city; --\"}             | '; drop table city; --",
                "{\"country__name__startswith\": \"Fr\"}            | Orléans,ORLEANS 2,Paris",
                "{\"country__code__in\": [\"BR\", \"XX\"]}          | São Paulo",
                "{\"founded__year\": 2026, \"founded__month\": 5, \"founded__day\": 4} | Paris",
                "{\"seen__day\": 5}                                 | 100%_sure\\",
                "{\"seen__lte\": \"2026-05-05T01:30:00Z\"}          | 100%_sure\\",
                "{\"kind\": \"metropolis\"}                         | 100%_sure\\",
            })
    void filtersFind(String filters, String names) {
        assertThat(Cities.names(cities.filtered(filters).expect(200)))
                .containsExactlyInAnyOrder(names.equals("-") ? new String[0] : names.split(","));
    }

    @Test
    void theLongestFiltersAreTaken() {
        StringBuilder names = new StringBuilder("\"Paris\"");
        for (int i = 0; i < 390; i++) {
            names.append(",\"").append(Ids.next()).append('"');
        }
        assertThat(Cities.names(
                        cities.filtered("{\"name__in\": [" + names + "]}").expect(200)))
                .containsExactly("Paris");
    }

    @ParameterizedTest
    @CsvSource({"orleans, 2", "ORLÉANS 2, 1", "sao, 1", "paulo são, 1", "%, 1", "_, 1", "drop table, 1", "nowhere, 0"})
    void searchKnowsNoCaseAndNoAccents(String words, int found) {
        assertThat(cities.list("search=" + Cities.encoded(words))
                        .expect(200)
                        .at("count")
                        .intValue())
                .isEqualTo(found);
    }

    @Test
    void sortingHasSeveralKeysAndNullsWherePostgresPutsThem() {
        assertThat(cities.names("sort_by=-price,name&fields=name").subList(2, 6))
                .containsExactly("Paris", "ORLEANS 2", "Orléans", "São Paulo");
        assertThat(cities.names("sort_by=price&sort_order=asc"))
                .startsWith("São Paulo")
                .hasSize(6);
        assertThat(cities.names("sort_by=country.name,-name").subList(0, 4))
                .containsExactly("São Paulo", "Paris", "Orléans", "ORLEANS 2");
    }

    @Test
    void pagesNeitherRepeatNorLoseARow() {
        Set<String> seen = new HashSet<>();
        for (int page = 1; page <= 3; page++) {
            Answer answer =
                    cities.list("sort_by=capital&page_size=2&page=" + page).expect(200);
            assertThat(answer.at("count").intValue()).isEqualTo(6);
            answer.at("results").forEach(row -> seen.add(row.path("id").asText()));
        }
        assertThat(seen).hasSize(6);
    }

    @Test
    void linksLeadOnAndKeepTheParameters() {
        Answer first = cities.list("page_size=4&sort_by=name&filters=" + Cities.encoded("{\"name__ne\": \"x\"}"));
        assertThat(first.at("previous").isNull()).isTrue();
        Answer second = cities.owner().get(first.at("next").asText()).expect(200);
        assertThat(second.at("results").size()).isEqualTo(2);
        assertThat(second.at("next").isNull()).isTrue();
        assertThat(cities.owner().get(second.at("previous").asText()).at("results"))
                .isEqualTo(first.at("results"));
    }

    @Test
    void aPagePastTheEndIsEmptyAndStillCounts() {
        Answer past = cities.list("page=500&page_size=100").expect(200);
        assertThat(past.at("count").intValue()).isEqualTo(6);
        assertThat(past.at("results").size()).isZero();
        assertThat(past.at("next").isNull()).isTrue();
        assertThat(past.at("previous").asText()).contains("page=499");
    }

    @Test
    void countingCanBeLeftOut() {
        Answer none = cities.list("count=none&page_size=4").expect(200);
        assertThat(none.at("count").isNull()).isTrue();
        assertThat(none.at("results").size()).isEqualTo(4);
        Answer rest = cities.owner().get(none.at("next").asText()).expect(200);
        assertThat(rest.at("results").size()).isEqualTo(2);
        assertThat(rest.at("next").isNull()).isTrue();
        assertThat(cities.list("count=estimated").expect(200).at("count").intValue())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=x",
                "page_size=0",
                "page_size=101",
                "page_size=1e9",
                "sort_order=up",
                "count=all",
                "sort_by=nosuch",
                "sort_by=name;x",
                "sort_by=facts",
                "fields=nosuch",
                "nosuch=1",
                "name__nosuch=1",
                "price=ten",
                "capital=1",
                "kind=village",
                "country=x",
                "country__nosuch=1",
                "filters={",
                "filters=%5B%5D",
                "search=%00",
                "name=%00",
                "name%00=x",
                "id=1",
                "name%27=x",
            })
    void whatCannotBeAskedIsABadRequest(String query) {
        assertThat(cities.list(query.replace("{", "%7B")).status()).isEqualTo(400);
    }

    /** S11: whatever is tried, nothing but a name out of the catalogue or a bound value reaches SQL. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\"; drop table city; --",
                "name\"--",
                "name' or '1'='1",
                "1; select pg_sleep(5)",
                "nаme",
                "select",
                "pg_sleep(5)",
                "t.\"id\"",
                "name) or (1=1",
                "\\",
                "%",
                "name/**/",
                "{{name}}",
                "name::text",
                "(select version())",
                "ｎａｍｅ",
                "name__gte__x",
                "NAME"
            })
    void noNameReachesSql(String attempt) {
        String encoded = Cities.encoded(attempt);
        for (String query : List.of(
                encoded + "=1",
                encoded + "__gte=1",
                "name__" + encoded + "=1",
                "country__" + encoded + "=1",
                "sort_by=" + encoded,
                "sort_by=-" + encoded,
                "sort_by=country." + encoded,
                "fields=" + encoded,
                "page=" + encoded,
                "page_size=" + encoded,
                "count=" + encoded,
                "sort_order=" + encoded,
                "environment=" + encoded)) {
            Answer answer = cities.list(query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.text()).doesNotContain("syntax error").doesNotContain("p_");
        }
        assertThat(cities.list("name=" + encoded).expect(200).at("count").intValue())
                .isZero();
        assertThat(cities.list("search=" + encoded).status()).isEqualTo(200);
        assertThat(cities.list("page_size=1").expect(200).at("count").intValue())
                .isEqualTo(6);
    }
}
