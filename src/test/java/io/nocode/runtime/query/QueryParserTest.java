package io.nocode.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nocode.shared.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
    @Test
    void nothingAskedIsTheFirstPageOfTwentyCountedExactly() {
        assertThat(parse(""))
                .isEqualTo(new Query(
                        1,
                        20,
                        java.util.List.of(),
                        java.util.List.of(),
                        Asked.ANYTHING,
                        null,
                        java.util.List.of(),
                        Count.EXACT,
                        null));
    }

    @Test
    void aMinusMeansDescendingAndTheSortOrderCountsForTheOthers() {
        assertThat(parse("sort_by=-price,name,price&sort_order=desc").sort())
                .containsExactly(new Query.Sort("price", true), new Query.Sort("name", true));
        assertThat(parse("sort_by=-price,country.name").sort())
                .containsExactly(new Query.Sort("price", true), new Query.Sort("country.name", false));
    }

    @Test
    void searchIsCutIntoWords() {
        assertThat(parse("search=+São++Paulo%20").words()).containsExactly("São", "Paulo");
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page",
        "page=-1, page",
        "page=x, page",
        "page=1&page=2, page",
        "page_size=101, page_size",
        "page_size=1e9, page_size",
        "page_size=99999999999999999999, page_size",
        "sort_order=up, sort_order",
        "count=maybe, count",
        "filters=%7B, filters",
        "filters=[], filters",
        "filters=%7B%22a%22%3A1%2C%22a%22%3A2%7D, filters",
        "search=%00, search"
    })
    void aMalformedParameterIsNamed(String query, String blamed) {
        Problem problem = catchThrowableOfType(Problem.class, () -> parse(query));
        assertThat(problem.details()).containsOnlyKeys(blamed);
        assertThat(problem.reason().status()).isEqualTo(400);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> parse("page=0&page_size=0&sort_order=x&count=x&filters=x"));
        assertThat(problem.details()).containsOnlyKeys("page", "page_size", "sort_order", "count", "filters");
    }

    @Test
    void filtersAreBoundedInDepthAndNumber() {
        String deep = "{\"not\":".repeat(11) + "{}" + "}".repeat(11);
        assertThat(catchThrowableOfType(Problem.class, () -> filters(deep)).details())
                .containsOnlyKeys("filters");
        String deeper = "{\"not\":".repeat(10_000);
        assertThat(catchThrowableOfType(Problem.class, () -> filters(deeper)).details())
                .containsOnlyKeys("filters");
        String many = "{\"or\":[" + "{\"a\":1},".repeat(200) + "{}]}";
        assertThat(catchThrowableOfType(Problem.class, () -> filters(many)).details())
                .containsOnlyKeys("filters");
    }

    @Test
    void aBrokenEscapeIsRefused() {
        assertThat(catchThrowableOfType(Problem.class, () -> parse("search=%zz"))
                        .reason()
                        .name())
                .isEqualTo("MALFORMED_URL");
    }

    private static Query filters(String json) {
        return parse("filters=" + java.net.URLEncoder.encode(json, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Query parse(String query) {
        return QueryParser.parse(Parameters.parse(query));
    }
}
