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
    void aFieldOfFilesIsHeldAndItsFilesGoWithIt() {
        assertThat(sql(fields(field(3, "x", "text")), fields(field(2, "f", "image"), field(3, "x", "text"))))
                .containsExactly(
                        "alter table \"dev\".\"t\" add column \"f\" jsonb",
                        "create trigger \"fl_" + F2 + "\" before insert or delete or update of \"f\" on"
                                + " \"dev\".\"t\" for each row execute function nocode.holds_files('f', 'fk_" + F2
                                + "', '00000000-0000-0000-0000-000000000002', 'false')");
        assertThat(sql(fields(field(2, "f", "image"), field(3, "x", "text")), fields(field(3, "x", "text"))))
                .containsExactly(
                        "drop trigger \"fl_" + F2 + "\" on \"dev\".\"t\"",
                        "select nocode.drop_files('dev', '00000000-0000-0000-0000-000000000002')",
                        "alter table \"dev\".\"t\" drop column \"f\"");
    }

    @Test
    void aFieldOfFilesThatHoldsMoreIsConvertedAndHeldAnew() {
        assertThat(sql(fields(field(2, "f", "file")), fields(field(2, "f", "image", "\"multiple\": true"))))
                .containsExactly(
                        "drop trigger \"fl_" + F2 + "\" on \"dev\".\"t\"",
                        "alter table \"dev\".\"t\" alter column \"f\" type jsonb using"
                                + " (jsonb_build_array(\"f\"))::jsonb",
                        "create trigger \"fl_" + F2 + "\" before insert or delete or update of \"f\" on"
                                + " \"dev\".\"t\" for each row execute function nocode.holds_files('f', 'fk_" + F2
                                + "', '00000000-0000-0000-0000-000000000002', 'true')");
        assertThat(sql(fields(field(2, "f", "image")), fields(field(2, "f", "file", "\"max_size\": 5"))))
                .isEmpty();
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

    private static final String PRICE = field(2, "price", "decimal");

    @Test
    void aFormulaIsAGeneratedColumn() {
        assertThat(sql(fields(PRICE), fields(PRICE, field(3, "gross", "formula", "\"expression\": \"price * 2\""))))
                .containsExactly("alter table \"dev\".\"t\" add column \"gross\" numeric generated always as"
                        + " (((\"price\" * 2::numeric))::numeric) stored");
    }

    @Test
    void aFormulaGoesBeforeTheFieldThatItUsesChangesAndComesBackAfterwards() {
        assertThat(sql(
                        fields(
                                PRICE,
                                field(3, "gross", "formula", "\"expression\": \"price * 2\"", "\"unique\": true")),
                        fields(
                                field(2, "price", "integer"),
                                field(3, "gross", "formula", "\"expression\": \"price * 2\"", "\"unique\": true"))))
                .containsExactly(
                        "alter table \"dev\".\"t\" drop column \"gross\"",
                        "alter table \"dev\".\"t\" alter column \"price\" type integer using"
                                + " ((\"price\"::text::numeric)::integer)::integer",
                        "alter table \"dev\".\"t\" add column \"gross\" bigint generated always as"
                                + " (((\"price\"::numeric * 2::numeric))::bigint) stored",
                        "alter table \"dev\".\"t\" add constraint \"uq_" + F3 + "\" unique (\"gross\")");
    }

    @Test
    void aFormulaFollowsARenamedFieldWithoutAStep() {
        assertThat(sql(
                        fields(PRICE, field(3, "gross", "formula", "\"expression\": \"price * 2\"")),
                        fields(
                                field(2, "cost", "decimal"),
                                field(3, "gross", "formula", "\"expression\": \"cost * 2\""))))
                .containsExactly("alter table \"dev\".\"t\" rename column \"price\" to \"cost\"");
    }

    @Test
    void aFormulaThatBecomesAPlainFieldKeepsItsValues() {
        assertThat(sql(
                        fields(PRICE, field(3, "gross", "formula", "\"expression\": \"price > 2\"")),
                        fields(PRICE, field(3, "gross", "boolean"))))
                .containsExactly("alter table \"dev\".\"t\" alter column \"gross\" drop expression");
    }

    @Test
    void automaticNumbersGoOnBehindThoseThatAreThere() {
        assertThat(sql(fields(field(2, "n", "bigint")), fields(field(2, "n", "autonumber", "\"start\": 100"))))
                .containsExactly(
                        "alter table \"dev\".\"t\" alter column \"n\" set not null",
                        "alter table \"dev\".\"t\" alter column \"n\" add generated by default as identity (start with 100"
                                + " minvalue 0)",
                        "select setval(pg_get_serial_sequence('\"dev\".\"t\"', 'n'), greatest(100, (select"
                                + " coalesce(max(\"n\"), 0) + 1 from \"dev\".\"t\")), false)");
    }

    @Test
    void aRelationThatGetsManyTargetsTakesItsLinksAlong() {
        String one = fields(field(2, "r", "relation", "\"target\": \"b\""));
        String many = fields(field(2, "r", "relation", "\"target\": \"b\", \"kind\": \"many_to_many\""));
        TableSchema b = table(9, "b", "[]");
        assertThat(sql(List.of(table(1, "t", one), b), List.of(table(1, "t", many), b)))
                .containsExactly(
                        "alter table \"dev\".\"t\" drop constraint \"fk_" + F2 + "\"",
                        "create table \"dev\".\"_ln_" + F2 + "\" (source_id uuid not null references \"dev\".\"t\" (id)"
                                + " on delete cascade, target_id uuid not null, created_at timestamptz not null default"
                                + " now(), primary key (source_id, target_id))",
                        "create index \"lx_" + F2 + "\" on \"dev\".\"_ln_" + F2 + "\" using btree (\"target_id\")",
                        "alter table \"dev\".\"_ln_" + F2 + "\" add constraint \"fk_" + F2 + "\" foreign key"
                                + " (target_id) references \"dev\".\"b\" (id) on delete cascade",
                        "insert into \"dev\".\"_ln_" + F2 + "\" (source_id, target_id) select id, \"r\" from"
                                + " \"dev\".\"t\" where \"r\" is not null",
                        "alter table \"dev\".\"t\" drop column \"r\"");
        assertThat(sql(List.of(table(1, "t", many), b), List.of(table(1, "t", one), b)))
                .startsWith(
                        "alter table \"dev\".\"t\" add column \"r\" uuid",
                        "update \"dev\".\"t\" t set \"r\" = l.target_id from \"dev\".\"_ln_" + F2
                                + "\" l where l.source_id = t.id")
                .endsWith("drop table \"dev\".\"_ln_" + F2 + "\"");
    }

    @Test
    void aMemberFieldIsHeldToMembersUnderItsNewName() {
        assertThat(sql(fields(field(2, "a", "user")), fields(field(2, "b", "user"))))
                .containsExactly(
                        "drop trigger \"mb_" + F2 + "\" on \"dev\".\"t\"",
                        "alter table \"dev\".\"t\" rename column \"a\" to \"b\"",
                        "create trigger \"mb_" + F2
                                + "\" before insert or update of \"b\" on \"dev\".\"t\" for each row"
                                + " execute function nocode.holds_member('b', 'fk_" + F2 + "')");
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
