package io.nocode.studio.schema;

import static io.nocode.studio.schema.Tables.field;
import static io.nocode.studio.schema.Tables.fields;
import static io.nocode.studio.schema.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.sql.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {
    private static final String F2 = "00000000000000000000000000000002";
    private static final String F3 = "00000000000000000000000000000003";

    @Test
    void aNewTableHasTheSystemColumnsItsFieldsAndWhatHoldsForThem() {
        assertThat(sql(
                        List.of(),
                        List.of(table(
                                1,
                                "select",
                                fields(
                                        field(
                                                2,
                                                "code",
                                                "string",
                                                "\"max_length\": 3, \"min_length\": 2",
                                                "\"required\": true, \"unique\": true"),
                                        field(3, "note", "text", "\"default\": \"it's\""))))))
                .containsExactly("""
                        create table "dev"."select" (id uuid not null, created_at timestamptz not null default now(), \
                        updated_at timestamptz not null default now(), created_by uuid, updated_by uuid, \
                        version bigint not null default 1, "code" varchar(3) not null, "note" text default 'it''s', \
                        constraint "pk_00000000000000000000000000000001" primary key (id), \
                        constraint "uq_%1$s" unique ("code"), \
                        constraint "ck_%1$s" check ((char_length("code") >= 2)))""".formatted(F2));
    }

    @Test
    void nothingChangedNeedsNoStep() {
        TableSchema table = table(1, "a", fields(field(2, "x", "choice", "\"choices\": [\"a\"]")));
        assertThat(SchemaDiff.between(table, TableSchemaJson.read(TableSchemaJson.write(table))))
                .isEmpty();
    }

    @Test
    void aRenamedFieldKeepsItsColumn() {
        assertThat(sql("[%s]".formatted(field(2, "old", "text")), "[%s]".formatted(field(2, "new", "text"))))
                .containsExactly("alter table \"dev\".\"t\" rename column \"old\" to \"new\"");
    }

    @Test
    void twoFieldsCanSwapTheirNames() {
        assertThat(sql(
                        fields(field(2, "a", "text"), field(3, "b", "text")),
                        fields(field(2, "b", "text"), field(3, "a", "text"))))
                .containsExactly(
                        "alter table \"dev\".\"t\" rename column \"a\" to \"_" + F2 + "\"",
                        "alter table \"dev\".\"t\" rename column \"b\" to \"_" + F3 + "\"",
                        "alter table \"dev\".\"t\" rename column \"_" + F2 + "\" to \"b\"",
                        "alter table \"dev\".\"t\" rename column \"_" + F3 + "\" to \"a\"");
    }

    @Test
    void twoTablesCanSwapTheirNamesWhileAColumnIsRenamed() {
        assertThat(sql(
                        List.of(table(1, "a", fields(field(2, "x", "text"))), table(9, "b", "[]")),
                        List.of(table(1, "b", fields(field(2, "y", "text"))), table(9, "a", "[]"))))
                .containsExactly(
                        "alter table \"dev\".\"a\" rename column \"x\" to \"y\"",
                        "alter table \"dev\".\"a\" rename to \"_00000000000000000000000000000001\"",
                        "alter table \"dev\".\"b\" rename to \"_00000000000000000000000000000009\"",
                        "alter table \"dev\".\"_00000000000000000000000000000001\" rename to \"b\"",
                        "alter table \"dev\".\"_00000000000000000000000000000009\" rename to \"a\"");
    }

    @Test
    void aNewFieldMayTakeTheNameOfOneThatGoes() {
        assertThat(sql(fields(field(2, "a", "text")), fields(field(3, "a", "integer"))))
                .containsExactly(
                        "alter table \"dev\".\"t\" drop column \"a\"",
                        "alter table \"dev\".\"t\" add column \"a\" integer");
    }

    @Test
    void anotherTypeConvertsAndLetsGoOfWhatHeldForTheOld() {
        assertThat(sql(
                        fields(field(2, "n", "string", "\"unique\": true, \"default\": \"1\", \"min_length\": 1")),
                        fields(field(2, "n", "integer", "\"unique\": true, \"default\": 1"))))
                .containsExactly(
                        "alter table \"dev\".\"t\" drop constraint \"uq_" + F2 + "\"",
                        "alter table \"dev\".\"t\" drop constraint \"ck_" + F2 + "\"",
                        "alter table \"dev\".\"t\" alter column \"n\" drop default",
                        "alter table \"dev\".\"t\" alter column \"n\" type integer using"
                                + " ((\"n\"::numeric)::integer)::integer",
                        "alter table \"dev\".\"t\" alter column \"n\" set default 1",
                        "alter table \"dev\".\"t\" add constraint \"uq_" + F2 + "\" unique (\"n\")");
    }

    @Test
    void theRowsThatAConversionCannotTakeAreAskedForFirst() {
        Ddl change = SchemaDiff.between(
                        table(1, "t", fields(field(2, "n", "string"))), table(1, "t", fields(field(2, "n", "date"))))
                .get(0);
        assertThat(change.misfit(Identifier.of("dev")).orElseThrow().query())
                .startsWith("select id, \"n\"::text as value from \"dev\".\"t\" where \"n\" is not null and case when")
                .contains("pg_input_is_valid(\"n\", 'date')");
    }

    @Test
    void becomingRequiredAndNoLongerUniqueAndAnotherDefaultAreStepsOfTheirOwn() {
        assertThat(sql(
                        fields(field(2, "d", "date", "\"unique\": true")),
                        fields(field(2, "d", "date", "\"required\": true, \"default\": \"NOW\""))))
                .containsExactly(
                        "alter table \"dev\".\"t\" drop constraint \"uq_" + F2 + "\"",
                        "alter table \"dev\".\"t\" alter column \"d\" set default current_date",
                        "alter table \"dev\".\"t\" alter column \"d\" set not null");
    }

    @Test
    void relationsFollowOnceBothTablesAreThere() {
        TableSchema city = table(
                1,
                "city",
                fields(field(2, "country", "relation", "\"target\": \"country\", \"on_delete\": \"cascade\"")));
        TableSchema country = table(9, "country", "[]");
        assertThat(sql(List.of(), List.of(city, country)).subList(2, 4))
                .containsExactly(
                        "create index \"ix_" + F2 + "\" on \"dev\".\"city\" using btree (\"country\")",
                        "alter table \"dev\".\"city\" add constraint \"fk_" + F2 + "\" foreign key (\"country\")"
                                + " references \"dev\".\"country\" (id) on delete cascade");
    }

    @Test
    void aRelationFollowsItsRenamedTargetWithoutAStep() {
        assertThat(sql(
                        List.of(
                                table(1, "a", fields(field(2, "r", "relation", "\"target\": \"b\""))),
                                table(9, "b", "[]")),
                        List.of(
                                table(1, "a", fields(field(2, "r", "relation", "\"target\": \"c\""))),
                                table(9, "c", "[]"))))
                .containsExactly("alter table \"dev\".\"b\" rename to \"c\"");
    }

    @Test
    void tablesThatPointToEachOtherCanGoTogether() {
        assertThat(sql(
                        List.of(
                                table(1, "a", fields(field(2, "r", "relation", "\"target\": \"b\""))),
                                table(9, "b", fields(field(3, "r", "relation", "\"target\": \"a\"")))),
                        List.of()))
                .containsExactly(
                        "alter table \"dev\".\"a\" drop constraint \"fk_" + F2 + "\"",
                        "alter table \"dev\".\"b\" drop constraint \"fk_" + F3 + "\"",
                        "drop table \"dev\".\"a\"",
                        "drop table \"dev\".\"b\"");
    }

    @Test
    void aConstraintsNameLeadsBackToItsField() {
        assertThat(ConstraintNames.field("uq_" + F2)).contains(Tables.id(2));
        assertThat(ConstraintNames.field("ck_" + F3)).contains(Tables.id(3));
        assertThat(ConstraintNames.field("pk_" + F3)).isEmpty();
        assertThat(ConstraintNames.field("somebody_elses")).isEmpty();
    }

    private static List<String> sql(String now, String wanted) {
        return sql(List.of(table(1, "t", now)), List.of(table(1, "t", wanted)));
    }

    private static List<String> sql(List<TableSchema> now, List<TableSchema> wanted) {
        return SchemaDiff.between(now, wanted).stream()
                .map(step -> step.sql(Identifier.of("dev")))
                .toList();
    }
}
