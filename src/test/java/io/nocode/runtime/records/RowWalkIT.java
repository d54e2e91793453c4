package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowWalkIT {
    private static Cities cities;

    @BeforeAll
    static void citiesWithTiesAndNulls() {
        cities = Cities.create();
        String france = cities.country("France", "FR");
        String brazil = cities.country("Brasil", "BR");
        String[] countries = {"\"" + france + "\"", "\"" + brazil + "\"", "null"};
        String[] prices = {"null", "10.00", "10", "2.50", "null"};
        String[] seen = {"null", "\"2026-05-04T23:30:00.123456Z\"", "\"2026-05-04T23:30:00.123455Z\""};
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            records.add("{\"name\": \"City %d\", \"price\": %s, \"capital\": %s, \"seen\": %s, \"country\": %s}"
                    .formatted(i % 7, prices[i % 5], i % 2 == 0, seen[i % 3], countries[(i / 2) % 3]));
        }
        cities.owner()
                .post(
                        cities.path("city") + "bulk/",
                        "{\"operation\": \"create\", \"records\": [" + String.join(",", records) + "]}")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort_by=id",
                "sort_by=-id",
                "sort_by=name",
                "sort_by=-name",
                "sort_by=price",
                "sort_by=-price",
                "sort_by=price,-name",
                "sort_by=-price,seen",
                "sort_by=seen,price,-name",
                "sort_by=-seen",
                "sort_by=-capital,price",
                "sort_by=created_at",
                "sort_by=-created_by,name",
                "sort_by=country.name,-price",
                "sort_by=-country.name",
                "sort_by=price&capital=true",
                "sort_by=price&search=city",
                "sort_by=-price&filters=%7B%22price__isnull%22%3Atrue%7D"
            })
    void aWalkSeesWhatNumberedPagesSee(String query) {
        List<JsonNode> numbered = new ArrayList<>();
        cities.list(query + "&page_size=100").expect(200).at("results").forEach(numbered::add);
        for (int size : new int[] {1, 4, 30}) {
            assertThat(walk(query + "&page_size=" + size)).isEqualTo(numbered);
        }
    }

    private static List<JsonNode> walk(String query) {
        List<JsonNode> rows = new ArrayList<>();
        Answer page = cities.list(query + "&cursor=").expect(200);
        while (true) {
            assertThat(page.at("count").isNull()).isTrue();
            assertThat(page.at("previous").isNull()).isTrue();
            page.at("results").forEach(rows::add);
            if (page.at("next").isNull()) {
                return rows;
            }
            page = cities.owner().get(page.at("next").asText()).expect(200);
        }
    }

    @Test
    void rowsAreCountedWhereThatIsAskedFor() {
        Answer first = cities.list("cursor=&count=exact&page_size=30").expect(200);
        assertThat(first.at("count").intValue()).isEqualTo(31);
        Answer last = cities.owner().get(first.at("next").asText()).expect(200);
        assertThat(last.at("count").intValue()).isEqualTo(31);
        assertThat(last.at("results").size()).isEqualTo(1);
        assertThat(cities.list("cursor=&count=estimated")
                        .expect(200)
                        .at("count")
                        .intValue())
                .isEqualTo(31);
    }

    @Test
    void rowsThatComeAndGoOnTheWayDisturbNobody() {
        Cities own = Cities.create();
        for (String name : List.of("a", "b", "c", "d")) {
            own.city("{\"name\": \"" + name + "\"}");
        }
        Answer first = own.list("cursor=&sort_by=name&page_size=2").expect(200);
        own.city("{\"name\": \"0\"}");
        own.owner()
                .delete(own.path("city") + first.at("results/1/id").asText() + "/")
                .expect(204);
        assertThat(Cities.names(own.owner().get(first.at("next").asText()).expect(200)))
                .containsExactly("c", "d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort_by=price",
                "sort_by=-name",
                "sort_by=name,price",
                "",
                "sort_by=name&capital=true",
                "sort_by=name&search=x",
                "sort_by=name&environment=prod"
            })
    void aCursorServesNoOtherQuery(String query) {
        Answer answer = cities.list(query + "&cursor=" + cursor(cities, "sort_by=name"));
        assertThat(answer.status()).isIn(400, 404);
        if (!query.contains("environment")) {
            answer.refused(400, "INVALID").blaming("cursor");
        }
    }

    @Test
    void aCursorServesNoOtherTableAndNobodyElse() {
        String cursor = cursor(cities, "sort_by=name");
        cities.owner()
                .get(cities.path("country") + "?sort_by=name&cursor=" + cursor)
                .refused(400, "INVALID")
                .blaming("cursor");
        Cities others = Cities.create();
        others.list("sort_by=name&cursor=" + cursor).refused(400, "INVALID").blaming("cursor");
        Client.superuser()
                .get(cities.path("city") + "?sort_by=name&cursor=" + cursor)
                .refused(400, "INVALID")
                .blaming("cursor");
        People.newUser()
                .get(cities.path("city") + "?sort_by=name&cursor=" + cursor)
                .refused(404, "NOT_FOUND");
    }

    @Test
    void aCursorThatWasAlteredIsRefusedAndItTellsNothing() {
        String cursor = cursor(cities, "sort_by=name");
        assertThat(new String(
                        java.util.Base64.getUrlDecoder().decode(cursor), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("City");
        for (int at : new int[] {0, 20, cursor.length() / 2, cursor.length() - 2}) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            cities.list("sort_by=name&cursor=" + cursor.substring(0, at) + other + cursor.substring(at + 1))
                    .refused(400, "INVALID")
                    .blaming("cursor");
        }
        for (String forged : List.of("x", "%00", "%27%3B--", "a".repeat(40), cursor + "AAAA", cursor.substring(4))) {
            cities.list("sort_by=name&cursor=" + forged).refused(400, "INVALID").blaming("cursor");
        }
    }

    @Test
    void aWalkHasNoPageNumbersAndOneCursor() {
        cities.list("cursor=&page=2").refused(400, "INVALID").blaming("page");
        cities.list("cursor=&cursor=").refused(400, "INVALID").blaming("cursor");
    }

    @Test
    void theRefusalIsFrenchForFrenchReaders() {
        assertThat(cities.owner()
                        .with("Accept-Language", "fr")
                        .get(cities.path("city") + "?cursor=nonsense")
                        .expect(400)
                        .at("details/cursor")
                        .asText())
                .startsWith("Ce curseur");
    }

    private static String cursor(Cities of, String query) {
        String next =
                of.list(query + "&page_size=2&cursor=").expect(200).at("next").asText();
        return next.substring(next.indexOf("&cursor=") + 8);
    }
}
