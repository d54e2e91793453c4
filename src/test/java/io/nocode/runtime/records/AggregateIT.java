package io.nocode.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateIT {
    private static Cities cities;

    @BeforeAll
    static void citiesOfTwoKinds() {
        cities = Cities.create();
        String france = cities.country("France", "FR");
        cities.city("{\"name\": \"a\", \"price\": 10.50, \"inhabitants\": 2147483647, \"founded\": \"2026-01-31\","
                + " \"seen\": \"2026-01-31T23:30:00-02:00\", \"country\": \"%s\"}".formatted(france));
        cities.city("{\"name\": \"b\", \"price\": 2.00, \"inhabitants\": 2147483647, \"founded\": \"2026-01-01\","
                + " \"seen\": \"2026-02-01T01:59:59Z\", \"country\": \"%s\"}".formatted(france));
        cities.city("{\"name\": \"c\", \"price\": 0.01, \"kind\": \"metropolis\", \"founded\": \"2026-03-15\"}");
        cities.city("{\"name\": \"d\", \"kind\": \"metropolis\"}");
    }

    private static Answer aggregate(String query) {
        return cities.owner().get(cities.path("city") + "aggregate/?" + query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                " | | [{\"count\":4}]",
                "measures=sum:price,avg:price,min:price,max:price | "
                        + "| [{\"sum:price\":12.51,\"avg:price\":4.17,\"min:price\":0.01,\"max:price\":10.50}]",
                "measures=sum:inhabitants,min:name,count_distinct:kind | "
                        + "| [{\"sum:inhabitants\":4294967294,\"min:name\":\"a\",\"count_distinct:kind\":2}]",
                "group_by=kind | | [{\"kind\":\"metropolis\",\"count\":2},{\"kind\":\"town\",\"count\":2}]",
                "group_by=kind&sort_order=desc&measures=sum:price | "
                        + "| [{\"kind\":\"town\",\"sum:price\":12.50},{\"kind\":\"metropolis\",\"sum:price\":0.01}]",
                "group_by=kind&sort_by=-max:price&measures=count | "
                        + "| [{\"kind\":\"town\",\"count\":2},{\"kind\":\"metropolis\",\"count\":2}]",
                "group_by=founded:month | "
                        + "| [{\"founded:month\":\"2026-01-01\",\"count\":2},{\"founded:month\":\"2026-03-01\",\"count\":1},"
                        + "{\"founded:month\":null,\"count\":1}]",
                "group_by=seen:hour&seen__isnull=false | | [{\"seen:hour\":\"2026-02-01T01:00:00Z\",\"count\":2}]",
                "group_by=seen:day&seen__isnull=false | | [{\"seen:day\":\"2026-02-01\",\"count\":2}]",
                "group_by=founded:quarter&capital=false&founded__isnull=false | "
                        + "| [{\"founded:quarter\":\"2026-01-01\",\"count\":3}]",
                "group_by=country.name&measures=max:founded | "
                        + "| [{\"country.name\":\"France\",\"max:founded\":\"2026-01-31\"},"
                        + "{\"country.name\":null,\"max:founded\":\"2026-03-15\"}]",
                "group_by=kind&measures=sum:price | {\"sum:price__gte\": 10} | [{\"kind\":\"town\",\"sum:price\":12.50}]",
                "group_by=kind&measures=sum:price | {\"or\": [{\"count__gt\": 2}, {\"max:name\": \"d\"}]} "
                        + "| [{\"kind\":\"metropolis\",\"sum:price\":0.01}]",
                "measures=sum:price&name=nobody | | [{\"sum:price\":null}]",
                "group_by=kind&name=nobody | | []",
            })
    void figuresAreRight(String query, String having, String results) {
        String more = having == null ? "" : "&having=" + Cities.encoded(having);
        assertThat(aggregate((query == null ? "" : query) + more)
                        .expect(200)
                        .at("results")
                        .toString())
                .isEqualTo(results);
    }

    @ParameterizedTest
    @CsvSource({
        "group_by=nosuch, group_by",
        "group_by=facts, group_by",
        "measures=sum:name, measures",
        "measures=sum:price);x, measures",
        "sort_by=nosuch, sort_by",
        "having=x, having",
        "having=%7B%22sum:nosuch%22:1%7D, having.sum:nosuch",
        "price=x, price"
    })
    void whatIsNoFigureIsABadRequest(String query, String blamed) {
        aggregate(query).refused(400, "INVALID").blaming(blamed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=2", "nosuch=1", "cursor="})
    void anUnknownParameterIsNamed(String query) {
        aggregate(query).refused(400, "UNKNOWN_PARAMETER").blaming(query.substring(0, query.indexOf('=')));
    }

    @Test
    void outsidersSeeNothing() {
        String path = cities.path("city") + "aggregate/";
        Client.anonymous().get(path).refused(401, "UNAUTHENTICATED");
        People.newUser().get(path).refused(404, "NOT_FOUND");
        cities.owner().get(cities.path("nosuch") + "aggregate/").refused(404, "NOT_FOUND");
    }
}
