package io.nocode.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.TableSchemaJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionTest {
    private static final LiveTable BOOKS = LiveTable.all(Identifier.of("p"), TableSchemaJson.readAll(Json.parse("""
                                    [{"id": "00000000-0000-7000-8000-000000000001", "table_name": "author",
                                      "display_name": "Author", "description": "", "icon": "", "options": {},
                                      "fields_config": [
                                        {"id": "00000000-0000-7000-8000-000000000011", "name": "name", "type": "string"},
                                        {"id": "00000000-0000-7000-8000-000000000012", "name": "secret",
                                         "type": "string"}]},
                                     {"id": "00000000-0000-7000-8000-000000000002", "table_name": "book",
                                      "display_name": "Book", "description": "", "icon": "", "options": {},
                                      "fields_config": [
                                        {"id": "00000000-0000-7000-8000-000000000021", "name": "no",
                                         "type": "autonumber", "prefix": "B-"},
                                        {"id": "00000000-0000-7000-8000-000000000022", "name": "author",
                                         "type": "relation", "target": "author", "reverse_name": "works"},
                                        {"id": "00000000-0000-7000-8000-000000000023", "name": "readers",
                                         "type": "relation", "target": "author", "kind": "many_to_many",
                                         "reverse_name": "read"},
                                        {"id": "00000000-0000-7000-8000-000000000024", "name": "sequel_to",
                                         "type": "relation", "target": "book", "kind": "one_to_one",
                                         "reverse_name": "sequel"}]}]
                                    """)))
            .get("book");
    private static final LiveTable AUTHORS = BOOKS.neighbours().get("author");

    private static final Permits NO_SECRETS = new OpenPermits() {
        @Override
        public boolean reads(LiveTable table, Column column) {
            return !column.name().equals("secret") && !column.name().equals("readers");
        }

        @Override
        public Condition rows(LiveTable table) {
            return table == AUTHORS
                    ? new Condition.Leaf(Condition.HERE + ".\"name\" <> ?", List.of("Nemo"))
                    : Condition.ANYTHING;
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "book   | author    | from \"p\".\"author\" r1 where r1.\"id\" = t.\"author\") _x)",
                "book   | sequel_to | from \"p\".\"book\" r1 where r1.\"id\" = t.\"sequel_to\") _x)",
                "book   | sequel    | from \"p\".\"book\" r1 where r1.\"sequel_to\" = t.\"id\") _x)",
                "author | works     | from \"p\".\"book\" r1 where r1.\"author\" = t.\"id\" order by r1.\"id\" limit 100) _x))",
                "book   | readers   | from \"p\".\"_ln_00000000000070008000000000000023\" r2 join \"p\".\"author\" r1 on"
                        + " r1.\"id\" = r2.\"target_id\" where r2.\"source_id\" = t.\"id\" order by",
                "author | read      | from \"p\".\"_ln_00000000000070008000000000000023\" r2 join \"p\".\"book\" r1 on"
                        + " r1.\"id\" = r2.\"source_id\" where r2.\"target_id\" = t.\"id\" order by",
            })
    void aRelationIsFollowedFromEitherEnd(String table, String name, String from) {
        Sql sql = plan(BOOKS.neighbours().get(table), Permits.EVERYTHING, "expand=" + name)
                .sql();
        assertThat(sql.text()).contains(from);
    }

    @Test
    void whatIsEmbeddedEmbedsInTurnAndAllOfItIsOneStatement() {
        Sql sql = plan(AUTHORS, Permits.EVERYTHING, "expand=works.sequel,works.readers&count=none")
                .sql();
        assertThat(sql.text())
                .contains("(select to_json(_x) from (select r2.\"id\"")
                .contains("where r2.\"sequel_to\" = r1.\"id\") _x) as \"sequel\"")
                .contains("where r4.\"source_id\" = r1.\"id\" order by r3.\"id\" limit 100) _x)) as \"readers\"");
        assertThat(sql.values()).containsExactly("B-", "B-");
    }

    @Test
    void whatIsEmbeddedIsUnderTheRulesOfItsOwnTable() {
        Sql sql = plan(BOOKS, NO_SECRETS, "expand=author&count=none").sql();
        assertThat(sql.text())
                .contains("r1.\"id\" = t.\"author\" and r1.\"name\" <> ?")
                .doesNotContain("secret");
        assertThat(sql.values()).containsExactly("Nemo");
    }

    @Test
    void aHiddenRelationIsAnsweredLikeOneThatDoesNotExist() {
        assertThat(refusal(BOOKS, NO_SECRETS, "readers").details().toString())
                .isEqualTo(refusal(BOOKS, NO_SECRETS, "raeders")
                        .details()
                        .toString()
                        .replace("raeders", "readers"));
        assertThat(refusal(AUTHORS, NO_SECRETS, "read").details()).containsOnlyKeys("expand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nosuch",
                "no",
                "id",
                "author.nosuch",
                "author..works",
                ".",
                "author.works.author.works",
                "AUTHOR",
                "book"
            })
    void whatCannotBeEmbeddedIsNamed(String names) {
        assertThat(refusal(BOOKS, Permits.EVERYTHING, names).details()).containsOnlyKeys("expand");
    }

    @Test
    void whatCouldComeToTooMuchIsRefused() {
        plan(AUTHORS, Permits.EVERYTHING, "expand=works,read&page_size=100");
        plan(AUTHORS, Permits.EVERYTHING, "expand=works.readers&page_size=24");
        assertThat(refusal(AUTHORS, Permits.EVERYTHING, "works.readers&page_size=25")
                        .details())
                .containsOnlyKeys("expand");
        assertThat(refusal(BOOKS, Permits.EVERYTHING, "author,".repeat(30) + "author")
                        .details())
                .containsOnlyKeys("expand");
    }

    @Test
    void thereIsAValueForEachQuestionMark() {
        for (String query : List.of(
                "cursor=&sort_by=-no", "page=900", "page=2&count=exact", "sort_by=author.name&sequel_to__no=B-4")) {
            Sql sql = plan(BOOKS, NO_SECRETS, "expand=author.works,sequel.author&" + query)
                    .sql();
            assertThat(sql.text().chars().filter(c -> c == '?').count())
                    .as(sql.text())
                    .isEqualTo(sql.values().size());
        }
    }

    private static Problem refusal(LiveTable table, Permits permits, String names) {
        return catchThrowableOfType(Problem.class, () -> plan(table, permits, "expand=" + names));
    }

    private static Plan plan(LiveTable table, Permits permits, String query) {
        return Planner.list(table, permits, QueryParser.parse(Parameters.parse(query)), Sample.CURSORS);
    }
}
