package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to rows and the way by JAX-RS, which a preference among media types makes sure of: they answer alike. */
class RowsShortcutIT {
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "x-request-id");

    private static Cities cities;
    private static String row;

    @BeforeAll
    static void rows() {
        cities = Cities.create();
        String country = cities.country("Schweiz", "CH");
        row = cities.city("{\"name\": \"Zürich\", \"price\": 12.50, \"country\": \"" + country + "\"}")
                .id();
        cities.city("{\"name\": \"Bern\", \"price\": 3}");
        cities.city("{\"name\": \"Genf\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?page_size=1",
                "?page_size=1&page=2&sort_by=-name",
                "?cursor=&page_size=2&sort_by=name",
                "?cursor=nonsense",
                "?expand=country&name__icontains=z%C3%BC",
                "?count=none&fields=name,price",
                "?environment=dev",
                "?environment=prod",
                "?environment=moon",
                "?environment=dev&environment=prod",
                "?page_size=1000000000",
                "?page=x",
                "?nothing=1",
                "?name=%FF",
                "?filters=%7B",
                "?search=bern",
            })
    void listsAreAlike(String query) {
        alike(cities.owner(), cities.path("city") + query);
        alike(cities.owner(), cities.path("city").replaceFirst("/$", "") + query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROW/",
                "ROW",
                "ROW/?fields=name",
                "ROW/?fields=",
                "ROW/?fields=nothing",
                "ROW/?fields=name&fields=price",
                "ROW/?environment=dev",
                "ROW/?environment=moon",
                "ROW/?page=1",
                "ROW/?name=1&x",
                "00000000-0000-7000-8000-000000000000/",
                "00000000-0000-7000-8000-00000000000g/",
                "nothing/",
            })
    void rowsAreAlike(String path) {
        alike(cities.owner(), cities.path("city") + path.replace("ROW", row));
    }

    @Test
    void soIsWhatIsNotForSomebody() {
        Client stranger = People.newUser();
        for (String path : List.of(cities.path("city"), cities.path("city") + row + "/", cities.path("nothing"))) {
            alike(stranger, path);
            alike(cities.owner(), path.replace("/city/", "/nothing/"));
            alike(Client.anonymous(), path);
            alike(cities.owner().with("X-Environment", "prod"), path);
            alike(cities.owner().with("X-Environment", "moon"), path);
        }
    }

    @Test
    void whoHasTheRowIsToldSo() {
        String path = cities.path("city") + row + "/";
        String tag = cities.owner().get(path).expect(200).header("ETag");
        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            assertThat(alike(cities.owner().with("If-None-Match", known), path).status())
                    .isEqualTo(304);
        }
        assertThat(alike(cities.owner().with("If-None-Match", "\"x\""), path).status())
                .isEqualTo(200);
    }

    private static Answer alike(Client caller, String path) {
        Answer brief = caller.with("Accept", "application/json").get(path);
        Answer wide = caller.with("Accept", "application/json;q=0.9").get(path);
        assertThat(brief.status()).as("%s: %s, %s", path, brief, wide).isEqualTo(wide.status());
        assertThat(text(brief)).as(path).isEqualTo(text(wide));
        assertThat(headers(brief)).as(path).isEqualTo(headers(wide));
        return brief;
    }

    private static String text(Answer answer) {
        return answer.text().replaceAll("\"request_id\":\"[^\"]*\"|cursor=[\\w-]+", "");
    }

    private static Map<String, Set<String>> headers(Answer answer) {
        Map<String, Set<String>> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name.toLowerCase(Locale.ROOT), new TreeSet<>(values));
            }
        });
        return headers;
    }
}
