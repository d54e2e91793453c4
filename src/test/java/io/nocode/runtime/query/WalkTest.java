package io.nocode.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nocode.shared.problem.Problem;
import io.nocode.shared.sql.Sql;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {
    private static final Cursors CURSORS = Sample.CURSORS;

    @Test
    void aWalkBeginsAtTheStartAndBringsTheKeysOfEachRowAndNoCount() {
        Sql sql = plan("cursor=&sort_by=-price&fields=name&page_size=5").sql();
        assertThat(sql.text())
                .isEqualTo("select n.n, p.* from (select null::bigint as n) n left join lateral (select t.\"id\","
                        + " t.\"name\", array[t.\"price\"::text, t.\"id\"::text] as _keys from \"p_1_dev\".\"city\" t"
                        + " order by t.\"price\" desc, t.\"id\" limit 6) p on true");
    }

    @Test
    void itIsCountedWhereThatIsAskedForWholeAndNotFromTheCursorOn() {
        assertThat(behind("sort_by=name&count=exact&capital=true", "Paris", "1").text())
                .contains("(select count(*) as n from \"p_1_dev\".\"city\" t where t.\"capital\" = ?) n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "name   | Paris | (t.\"name\" >= cast(? as text) and (t.\"name\" > cast(? as text) or"
                        + " (t.\"name\" = cast(? as text) and t.\"id\" > cast(? as uuid))))",
                "-name  | Paris | (t.\"name\" <= cast(? as text) and (t.\"name\" < cast(? as text) or"
                        + " (t.\"name\" = cast(? as text) and t.\"id\" > cast(? as uuid))))",
                "-price | 3.50  | (t.\"price\" <= cast(? as numeric) and (t.\"price\" < cast(? as numeric) or"
                        + " (t.\"price\" = cast(? as numeric) and t.\"id\" > cast(? as uuid))))",
                "price  | null  | (t.\"price\" is null and t.\"id\" > cast(? as uuid))",
            })
    void whatIsBehindOneKeyIsOnePartOfTheTable(String sort, String key, String condition) {
        assertThat(behind("fields=name&sort_by=" + sort, key, "1").text())
                .contains(" where " + condition + " order by");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {"price | 3.50 | t.\"price\" is null", "-price | null | t.\"price\" is not null"})
    void nullsAtTheOtherEndAreAPartOfTheirOwn(String sort, String key, String condition) {
        String text = behind("fields=name&sort_by=" + sort, key, "1").text();
        assertThat(text)
                .contains(") union all (")
                .contains("where " + condition + " order by")
                .endsWith(") s order by s._o0" + (sort.startsWith("-") ? " desc" : "") + ", s._o1 limit 21) p on true");
    }

    @Test
    void whatARelationLeadsToMayBeNothing() {
        assertThat(behind("sort_by=country.name", "France", "1").text())
                .contains(
                        "or (select r3.\"name\" from \"p_1_dev\".\"country\" r3 where r3.\"id\" = t.\"country\") is null or");
    }

    @Test
    void thereIsAValueForEachQuestionMark() {
        for (String sort :
                List.of("price,-founded", "-price", "country.name,-country.code", "id", "-id", "kind,seen")) {
            for (String key : Arrays.asList("1", null)) {
                String sorted = sort.replace("seen", "created_at");
                String[] keys = new String[sorted.split(",", -1).length + (sorted.endsWith("id") ? 0 : 1)];
                Arrays.fill(keys, sorted.endsWith("id") ? "1" : key);
                keys[keys.length - 1] = "1";
                Sql sql = behind("capital=true&count=exact&sort_by=" + sorted, keys);
                assertThat(sql.text().chars().filter(c -> c == '?').count())
                        .as(sql.text())
                        .isEqualTo(sql.values().size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort_by=-name",
                "sort_by=price",
                "sort_by=name,price",
                "sort_by=name&capital=true",
                "sort_by=name&price__gt=2",
                "sort_by=name&search=x",
                ""
            })
    void aCursorIsNoneOfAnotherQuery(String query) {
        String cursor = cursor("sort_by=name&price__gt=1", CURSORS);
        plan("sort_by=name&price__gt=1&page_size=7&fields=price&count=exact&cursor=" + cursor);
        refused(query + "&cursor=" + cursor, CURSORS);
    }

    @Test
    void aCursorIsNoneOfAnotherScopeOrOfOtherRows() {
        String cursor = cursor("sort_by=name", CURSORS);
        refused("sort_by=name&cursor=" + cursor, new Cursors(new OpenSeal(), "project prod somebody"));
        Permits fewer = new OpenPermits() {
            @Override
            public boolean reads(LiveTable table, Column column) {
                return true;
            }

            @Override
            public Condition rows(LiveTable table) {
                return new Condition.Leaf(Condition.HERE + ".\"price\" > ?", List.of(5));
            }
        };
        assertThat(catchThrowableOfType(
                                Problem.class,
                                () -> Planner.list(
                                        Sample.CITIES, fewer, parse("sort_by=name&cursor=" + cursor), CURSORS))
                        .details())
                .containsOnlyKeys("cursor");
    }

    @Test
    void aWalkHasNoPageNumbers() {
        assertThat(catchThrowableOfType(Problem.class, () -> parse("cursor=&page=2"))
                        .details())
                .containsOnlyKeys("page");
    }

    private static void refused(String query, Cursors cursors) {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> Planner.list(Sample.CITIES, Permits.EVERYTHING, parse(query), cursors));
        assertThat(problem.reason().status()).isEqualTo(400);
        assertThat(problem.details()).containsOnlyKeys("cursor");
    }

    private static Sql behind(String query, String... keys) {
        String cursor = plan(query).cursorAfter(Arrays.asList(keys), CURSORS);
        return plan(query + "&cursor=" + cursor).sql();
    }

    private static String cursor(String query, Cursors cursors) {
        return plan(query).cursorAfter(List.of("a", "b"), cursors);
    }

    private static Plan plan(String query) {
        return Planner.list(Sample.CITIES, Permits.EVERYTHING, parse(query), CURSORS);
    }

    private static Query parse(String query) {
        return QueryParser.parse(Parameters.parse(query));
    }
}
