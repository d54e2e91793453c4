package io.nocode.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.Act;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    private static final UUID SOMEBODY = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
    private static final Asker ASKER =
            new Asker(SOMEBODY, "a@example.org", "MEMBER", List.of("x", "y"), Instant.parse("2026-05-06T07:08:09Z"));

    /** The price shows in capitals only; cheap cities may be seen, and countries but Atlantis; towns may be changed. */
    private static final Permits SOME = new OpenPermits() {
        @Override
        public boolean reads(LiveTable table, Column column) {
            return !column.name().equals("facts");
        }

        @Override
        public Condition rows(LiveTable table) {
            return leaf(table.name().equals("city") ? "\"price\" < ?" : "\"name\" <> ?", table.name());
        }

        @Override
        public Condition shown(LiveTable table, Column column) {
            return List.of("price", "code").contains(column.name())
                    ? leaf("\"id\" <> ?", column.name())
                    : Condition.ANYTHING;
        }

        @Override
        public Condition touches(LiveTable table, Act act, Collection<Column> set) {
            return leaf("\"kind\" = ?", act);
        }

        @Override
        public Condition check(LiveTable table, Act act, Collection<Column> set) {
            return leaf("\"founded\" > ?", "check " + act);
        }
    };

    private static Condition leaf(String text, Object value) {
        return new Condition.Leaf(Condition.HERE + "." + text, List.of(value));
    }

    @Test
    void aColumnThatShowsInSomeRowsIsNullInTheOthersWhateverIsAskedOfIt() {
        Sql sql = plan("fields=price&price__gt=5&sort_by=price&count=none").sql();
        assertThat(sql.text())
                .contains("case when r1.\"id\" <> ? then r1.\"price\" end as \"price\"")
                .contains(" from \"p_1_dev\".\"city\" r1 where r1.\"price\" < ?) t where t.\"price\" > ? order by"
                        + " t.\"price\", t.\"id\" limit 21")
                .doesNotContain("facts");
        assertThat(sql.values().subList(0, 2)).containsExactly("price", "city");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price=1",
                "price=1&count=none",
                "page=3&sort_by=-price,country.code",
                "page=900&country__code=FR&expand=country&search=x",
                "cursor=&sort_by=price&expand=country",
                "cursor=&sort_by=country.code&price__lt=3&count=exact",
                "fields=name&country__name=x"
            })
    void thereIsAValueForEachQuestionMarkInItsOrder(String query) {
        balanced(plan(query).sql());
        balanced(new WholeList(plan(query)).rows());
        balanced(new WholeList(plan(query)).cells());
    }

    @Test
    void figuresAndWritesHaveTheirValuesToo() {
        balanced(Planner.aggregate(
                        Sample.CITIES,
                        SOME,
                        QueryParser.parseAggregate(Parameters.parse(
                                "group_by=country.code&measures=sum:price,count&price__gt=1&sort_by=-max:price")))
                .sql());
        RowSql rows = new RowSql(Sample.CITIES, SOME, Planner.columns(Sample.CITIES, SOME, null));
        Column name = Sample.CITIES.column("name");
        List<Assignment> set = List.of(Assignment.value(name, "x"));
        RowSql.Stamp stamp = new RowSql.Stamp(SOMEBODY, Instant.EPOCH);
        UUID id = UUID.randomUUID();
        ManyRows many = new ManyRows(Sample.CITIES, SOME, stamp);
        for (Sql sql : List.of(
                new ReadSql(Sample.CITIES, SOME).find(id, Planner.columns(Sample.CITIES, SOME, null)),
                rows.insert(id, set, stamp),
                rows.update(id, set, stamp, List.of(1L)),
                rows.upsert(id, set, List.of(name), stamp),
                rows.delete(id, stamp, null),
                rows.restore(id, set, stamp),
                new MatchingSql(Sample.CITIES, SOME, Condition.ANYTHING).update(set, stamp),
                new MatchingSql(Sample.CITIES, SOME, Condition.ANYTHING).count(),
                new MatchingSql(Sample.CITIES, SOME, Condition.ANYTHING).delete(stamp),
                new ReadSql(Sample.CITIES, SOME).all(List.of(id)),
                many.insert(Map.of(id, set)),
                many.update(Map.of(id, set)),
                many.upsert(Map.of(id, set), List.of(name)),
                many.delete(List.of(id)))) {
            balanced(sql);
        }
        assertThat(many.update(Map.of(id, set)).text())
                .endsWith(
                        "\"version\" = t.\"version\" + 1 from unnest(cast(? as uuid[]), cast(? as text[])) as u (c0, c1)"
                                + " where t.\"id\" = u.c0 and (t.\"price\" < ? and t.\"kind\" = ?)"
                                + " returning t.\"version\", t.\"id\", nocode.permit(t.\"founded\" > ?)");
        assertThat(rows.update(id, set, stamp, null).text())
                .contains(
                        "where t.\"id\" = ? and (t.\"price\" < ? and t.\"kind\" = ?) returning t.\"version\", t.\"id\"")
                .contains("case when t.\"id\" <> ? then t.\"price\" end")
                .endsWith(", (t.\"price\" < ?) is true as _seen, nocode.permit(t.\"founded\" > ?)");
        assertThat(new RowSql(Sample.CITIES, Permits.EVERYTHING, Sample.CITIES.columns())
                        .update(id, set, stamp, null)
                        .text())
                .startsWith(
                        "update \"p_1_dev\".\"city\" t set \"name\" = ?, \"updated_at\" = ?, \"updated_by\" = ?,"
                                + " \"version\" = t.\"version\" + 1 where t.\"id\" = ? returning t.\"version\", t.\"id\", t.\"name\"")
                .doesNotContain("permit")
                .doesNotContain("_seen");
    }

    @Test
    void aPolicyAsksOfTheOneWhoAsks() {
        assertThat(values("{\"created_by\": \"$user.id\"}", ASKER)).containsExactly((Object) SOMEBODY);
        assertThat(values("{\"name__in\": \"$user.teams\"}", ASKER)).containsExactly(List.of("x", "y"));
        assertThat(values("{\"name__in\": [\"$user.role\", \"$5\"]}", ASKER)).containsExactly(List.of("MEMBER", "$5"));
        assertThat(values("{\"kind\": \"$user.role\"}", ASKER)).containsExactly("MEMBER");
        assertThat(values("{\"founded__lte\": \"$now\"}", ASKER).toString()).isEqualTo("[2026-05-06]");
        assertThat(values("{\"created_at__lte\": \"$now\"}", ASKER)).hasSize(1);
    }

    @Test
    void whatIsNotKnownOfSomebodyOpensNothingNotEvenNegated() {
        Asker nobody = new Asker(null, null, "public", List.of(), Instant.EPOCH);
        for (String filter : List.of(
                "{\"created_by\": \"$user.id\"}",
                "{\"not\": {\"created_by\": \"$user.id\"}}",
                "{\"or\": [{\"price__gt\": 1}, {\"name__ne\": \"$user.email\"}]}")) {
            assertThat(PolicyFilter.of(Sample.CITIES, (ObjectNode) Json.parse(filter), nobody))
                    .as(filter)
                    .isEmpty();
        }
        assertThat(values("{\"name__in\": \"$user.teams\"}", nobody)).containsExactly(List.of());
    }

    private static List<Object> values(String filter, Asker asker) {
        List<Object> values = new java.util.ArrayList<>();
        PolicyFilter.of(Sample.CITIES, (ObjectNode) Json.parse(filter), asker)
                .orElseThrow()
                .values(values);
        return values;
    }

    private static void balanced(Sql sql) {
        assertThat(sql.text().chars().filter(c -> c == '?').count())
                .as(sql.text())
                .isEqualTo(sql.values().size());
    }

    private static Plan plan(String query) {
        return Planner.list(Sample.CITIES, SOME, QueryParser.parse(Parameters.parse(query)), Sample.CURSORS);
    }
}
