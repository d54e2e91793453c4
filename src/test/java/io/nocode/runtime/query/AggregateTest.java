package io.nocode.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nocode.shared.problem.Problem;
import io.nocode.shared.sql.Sql;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateTest {
    private static final Permits NO_PRICE = new OpenPermits() {
        @Override
        public boolean reads(LiveTable table, Column column) {
            return !column.name().equals("price");
        }

        @Override
        public Condition rows(LiveTable table) {
            return new Condition.Leaf(Condition.HERE + ".\"name\" <> ?", List.of(table.name()));
        }
    };

    @Test
    void figuresComeFromOneStatement() {
        Sql sql = plan("group_by=kind,created_at:month&measures=count,sum:price&sort_by=-sum:price&capital=true&having="
                        + encoded("{\"sum:price__gte\": 10, \"not\": {\"max:founded__lt\": \"2026-01-01\"}}"))
                .sql();
        assertThat(sql.text())
                .isEqualTo("select a.* from (select t.\"kind\" as \"_g0\", date_trunc('month', t.\"created_at\" at time"
                        + " zone 'UTC')::date as \"_g1\", count(*) as \"_m0\", sum(t.\"price\") as \"_m1\","
                        + " max(t.\"founded\") as \"_m2\" from \"p_1_dev\".\"city\" t where t.\"capital\" = ? group by"
                        + " 1, 2) a where (a.\"_m1\" >= ? and (a.\"_m2\" < ?) is not true) order by a.\"_m1\" desc,"
                        + " a.\"_g0\", a.\"_g1\" limit 10001");
        assertThat(sql.values()).startsWith(true, new BigDecimal("10")).hasSize(3);
    }

    @Test
    void allRowsAreOneGroupAndAreCountedWhereNothingIsSaid() {
        assertThat(plan("").sql().text())
                .isEqualTo("select a.* from (select count(*) as \"_m0\" from \"p_1_dev\".\"city\" t) a limit 10001");
    }

    @Test
    void whatOnlyTheOrderNeedsIsNotShown() {
        assertThat(plan("group_by=kind&sort_by=-avg:price").columns()).containsOnlyKeys("kind", "count");
    }

    @Test
    void groupsAndMeasuresGoThroughRelationsUnderTheRulesOfTheirTables() {
        Sql sql = Planner.aggregate(
                        Sample.CITIES,
                        NO_PRICE,
                        QueryParser.parseAggregate(
                                Parameters.parse("group_by=country.code&measures=count_distinct:country.name")))
                .sql();
        assertThat(sql.text()).contains("count(distinct (select r2.\"name\" from");
        assertThat(sql.values()).containsExactly("country", "country", "city");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group_by=nosuch | group_by",
                "group_by=facts | group_by",
                "group_by=name:month | group_by",
                "group_by=founded:hour | group_by",
                "group_by=founded:day' | group_by",
                "group_by=country.nosuch | group_by",
                "measures=sum | measures",
                "measures=sum:name | measures",
                "measures=sum:nosuch | measures",
                "measures=max:capital | measures",
                "measures=avg:kind | measures",
                "measures=median:price | measures",
                "measures=count:price | measures",
                "sort_by=price | sort_by",
                "sort_by=sum:name | sort_by",
                "having={\"price\":1} | having.price",
                "having={\"sum:price__gte\":\"x\"} | having.sum:price__gte",
                "having={\"sum:price__icontains\":\"x\"} | having.sum:price__icontains",
                "having=[] | having",
                "having={ | having",
            })
    void whatIsNoFigureIsNamed(String query, String blamed) {
        int equals = query.indexOf('=');
        Problem problem =
                refusal(Permits.EVERYTHING, query.substring(0, equals + 1) + encoded(query.substring(equals + 1)));
        assertThat(problem.reason().name()).isEqualTo("INVALID");
        assertThat(problem.details()).containsOnlyKeys(blamed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=1", "cursor=", "fields=name", "expand=country", "count=exact", "nosuch=1"})
    void listsHaveParametersThatFiguresHaveNot(String query) {
        assertThat(refusal(Permits.EVERYTHING, query).reason().name()).isEqualTo("UNKNOWN_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group_by=%s",
                "measures=sum:%s",
                "measures=count_distinct:%s",
                "sort_by=max:%s",
                "having={\"min:%s__gt\":1}",
                "%s__gt=1"
            })
    void aHiddenFieldIsAnsweredLikeOneThatDoesNotExist(String query) {
        int equals = query.indexOf('=');
        String encoded = query.substring(0, equals + 1)
                + encoded(query.substring(equals + 1)).replace("%25s", "%s");
        String safe = encoded.replace("%s", "\0").replace("\0", "price");
        Problem hidden = refusal(NO_PRICE, safe);
        Problem unknown = refusal(NO_PRICE, safe.replace("price", "prize"));
        assertThat(hidden.reason()).isEqualTo(unknown.reason());
        assertThat(hidden.details().toString())
                .isEqualTo(unknown.details().toString().replace("prize", "price"));
    }

    private static Problem refusal(Permits permits, String query) {
        return catchThrowableOfType(
                Problem.class,
                () -> Planner.aggregate(Sample.CITIES, permits, QueryParser.parseAggregate(Parameters.parse(query))));
    }

    private static AggregatePlan plan(String query) {
        return Planner.aggregate(
                Sample.CITIES, Permits.EVERYTHING, QueryParser.parseAggregate(Parameters.parse(query)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
