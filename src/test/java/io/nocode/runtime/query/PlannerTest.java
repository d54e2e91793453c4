package io.nocode.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nocode.shared.problem.Problem;
import io.nocode.shared.sql.Sql;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    private static final Permits NO_PRICE = new OpenPermits() {
        @Override
        public boolean reads(LiveTable table, Column column) {
            return !column.name().equals("price")
                    && !(table.name().equals("country") && column.name().equals("code"));
        }

        @Override
        public Condition rows(LiveTable table) {
            return table.name().equals("country")
                    ? new Condition.Leaf(Condition.HERE + ".\"name\" <> ?", List.of("Atlantis"))
                    : Condition.ANYTHING;
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "price__gte=10.555          | t.\"price\" >= ?                                 | 10.555",
                "price__lt=-5               | t.\"price\" < ?                                  | -5",
                "inhabitants=7              | t.\"inhabitants\" = ?                            | 7",
                "inhabitants__ne=7          | t.\"inhabitants\" is distinct from ?             | 7",
                "founded__range=0999-01-01,2026-12-31 | t.\"founded\" between ? and ? | 0999-01-01;2026-12-31",
                "founded__year=2026         | extract(year from t.\"founded\") = ?             | 2026",
                "created_at__month=2 | extract(month from t.\"created_at\" at time zone 'UTC') = ? | 2",
                "name__contains=50%25_\\    | t.\"name\" like ?                                | %50\\%\\_\\\\%",
                "name__icontains=ÉA         | nocode.caseless(t.\"name\") like ?               | %éa%",
                "name__startswith=x         | t.\"name\" like ?                                | x%",
                "name__endswith=x           | t.\"name\" like ?                                | %x",
                "name__iexact=X             | nocode.caseless(t.\"name\") = ?                  | x",
                "name__in=a,b               | t.\"name\" = any (cast(? as text[]))             | [a, b]",
                "inhabitants__in=1,2        | t.\"inhabitants\" = any (cast(? as text[])::integer[]) | [1, 2]",
                "capital__isnull=false      | t.\"capital\" is not null                        | ''",
                "kind=town                  | t.\"kind\" = ?                                   | town",
                "order__no=3                | t.\"order__no\" = ?                              | 3",
                "order__no__gt=3            | t.\"order__no\" > ?                              | 3",
            })
    void anOperatorIsACondition(String query, String where, String values) {
        Sql sql = plan(query + "&count=none").sql();
        assertThat(sql.text()).contains(" where " + where + " order by t.\"id\" limit 21");
        assertThat(sql.values().stream().map(String::valueOf))
                .isEqualTo(values.equals("''") ? List.of() : List.of(values.split(";")));
    }

    @Test
    void valuesAreOfTheirTypes() {
        assertThat(plan("price=1.50&count=none").sql().values()).containsExactly(new BigDecimal("1.50"));
        assertThat(plan("founded=2026-01-31&count=none").sql().values()).containsExactly(LocalDate.of(2026, 1, 31));
        assertThat(plan("capital=true&count=none").sql().values()).containsExactly(true);
    }

    @Test
    void conditionsNest() {
        Sql sql = filters("{\"capital\": true, \"or\": [{\"price__gt\": 5}, {\"not\": {\"name\": null}}]}");
        assertThat(sql.text())
                .contains("where (t.\"capital\" = ? and (t.\"price\" > ? or (t.\"name\" is null) is not true))");
        assertThat(sql.values()).containsExactly(true, new BigDecimal("5"));
    }

    @Test
    void aRelationIsFollowed() {
        Sql sql = filters("{\"country__name__icontains\": \"an\"}");
        assertThat(sql.text())
                .contains("where exists (select 1 from \"p_1_dev\".\"country\" r1 where r1.\"id\" = t.\"country\""
                        + " and nocode.caseless(r1.\"name\") like ?)");
    }

    @Test
    void rowsAndTheirNumberComeFromOneStatement() {
        Sql sql = plan("capital=true&fields=name&sort_by=-price,country.name&page=2&page_size=5")
                .sql();
        assertThat(sql.text())
                .isEqualTo("select n.n, p.* from (select count(*) as n from \"p_1_dev\".\"city\" t where"
                        + " t.\"capital\" = ?) n left join lateral (select t.\"id\", t.\"name\" from"
                        + " \"p_1_dev\".\"city\" t where t.\"capital\" = ? order by t.\"price\" desc,"
                        + " (select r1.\"name\" from \"p_1_dev\".\"country\" r1 where r1.\"id\" = t.\"country\"),"
                        + " t.\"id\" limit 5 offset ?) p on true");
        assertThat(sql.values()).containsExactly(true, true, 5L);
    }

    @Test
    void aDeepPageFindsItsIdsFirst() {
        Sql sql = plan("fields=name&sort_by=name&page=5000&count=none").sql();
        assertThat(sql.text())
                .contains("(select t.\"id\", t.\"name\" from (select t.\"id\" from \"p_1_dev\".\"city\" t order by"
                        + " t.\"name\", t.\"id\" limit 21 offset ?) k join \"p_1_dev\".\"city\" t on"
                        + " t.\"id\" = k.\"id\" order by t.\"name\", t.\"id\")");
        assertThat(sql.values()).containsExactly(99_980L);
    }

    @Test
    void theTextDependsOnTheShapeAlone() {
        String text = plan("price__gte=1&name__in=a,b&search=x").sql().text();
        assertThat(plan("price__gte=2&name__in=c&search=y+z").sql().text()).isSameAs(text);
        assertThat(plan("price__gt=2&name__in=c&search=y+z").sql().text()).isNotEqualTo(text);
    }

    @Test
    void searchLooksAtAllTextWithoutRegardToCaseAndAccents() {
        Sql sql = plan("search=SÃO+50%25&count=none").sql();
        assertThat(sql.text()).contains("where nocode.plain(concat_ws(chr(10), t.\"name\")) like all (?)");
        assertThat(sql.values()).containsExactly(List.of("%sao%", "%50\\%%"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nosuch=1",
                "nosuch__gte=1",
                "name__nosuch=1",
                "country__nosuch=1",
                "name__country=1",
                "country__country__name=1",
                "name\"--=1",
                "name%22%3B+drop+table+x%3B--=1",
                "price%00=1",
                "prıce=1",
                "=1"
            })
    void whatIsNoFieldIsNoParameter(String query) {
        Problem problem = catchThrowableOfType(Problem.class, () -> plan(query));
        assertThat(problem.reason().name()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(problem.details()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "sort_by=nosuch, sort_by",
        "sort_by=facts, sort_by",
        "sort_by=name.x, sort_by",
        "sort_by=country.nosuch, sort_by",
        "sort_by=name;drop, sort_by",
        "'fields=name,nosuch', fields",
        "price=abc, price",
        "price=NaN, price",
        "price=0x10, price",
        "inhabitants=1.5, inhabitants",
        "inhabitants=99999999999999999999, inhabitants",
        "capital=yes, capital",
        "founded=2026-02-30, founded",
        "kind=village, kind",
        "country=1, country",
        "id=1, id",
        "price__icontains=1, price__icontains",
        "capital__gt=true, capital__gt",
        "facts=1, facts",
        "founded__range=2026-01-01, founded__range",
        "name__isnull=1, name__isnull",
        "name__contains=%00, name__contains"
    })
    void whatDoesNotFitIsNamed(String query, String blamed) {
        Problem problem = catchThrowableOfType(Problem.class, () -> plan(query));
        assertThat(problem.reason().name()).isEqualTo("INVALID");
        assertThat(problem.details()).containsOnlyKeys(blamed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s=1",
                "%s__gte=1",
                "sort_by=%s",
                "fields=%s",
                "filters={\"%s\":1}",
                "filters={\"%s__in\":[1]}",
                "filters={\"not\":{\"or\":[{\"%s\":1}]}}"
            })
    void aHiddenFieldIsAnsweredLikeOneThatDoesNotExist(String query) {
        Problem hidden = refusal(query.formatted("price"));
        Problem unknown = refusal(query.formatted("prize"));
        assertThat(hidden.reason()).isEqualTo(unknown.reason());
        assertThat(hidden.details().toString())
                .isEqualTo(unknown.details().toString().replace("prize", "price"));
        assertThat(refusal("country__code=FR").reason())
                .isEqualTo(refusal("country__kode=FR").reason());
    }

    @Test
    void aHiddenFieldIsNoColumnAndWhatARelationReachesIsUnderItsOwnRules() {
        Plan plan = Planner.list(
                Sample.CITIES,
                NO_PRICE,
                QueryParser.parse(Parameters.parse("country__name=X&sort_by=country.name")),
                Sample.CURSORS);
        assertThat(plan.columns())
                .extracting(Column::name)
                .doesNotContain("price")
                .contains("name");
        assertThat(plan.sql().text())
                .contains("exists (select 1 from \"p_1_dev\".\"country\" r1 where r1.\"id\" = t.\"country\" and"
                        + " (r1.\"name\" <> ? and r1.\"name\" = ?))")
                .contains("(select r3.\"name\" from \"p_1_dev\".\"country\" r3 where r3.\"id\" = t.\"country\" and"
                        + " r3.\"name\" <> ?)");
        assertThat(plan.sql().values()).containsExactly("Atlantis", "X", "Atlantis", "X", "Atlantis");
    }

    private static Problem refusal(String query) {
        return catchThrowableOfType(
                Problem.class,
                () -> Planner.list(
                        Sample.CITIES,
                        NO_PRICE,
                        QueryParser.parse(Parameters.parse(
                                query.startsWith("filters=")
                                        ? "filters=" + URLEncoder.encode(query.substring(8), StandardCharsets.UTF_8)
                                        : query)),
                        Sample.CURSORS));
    }

    private static Sql filters(String json) {
        return plan("count=none&filters=" + URLEncoder.encode(json, StandardCharsets.UTF_8))
                .sql();
    }

    private static Plan plan(String query) {
        return Planner.list(
                Sample.CITIES, Permits.EVERYTHING, QueryParser.parse(Parameters.parse(query)), Sample.CURSORS);
    }
}
