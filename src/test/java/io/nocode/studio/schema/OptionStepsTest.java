package io.nocode.studio.schema;

import static io.nocode.studio.schema.Tables.field;
import static io.nocode.studio.schema.Tables.fields;
import static io.nocode.studio.schema.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.sql.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionStepsTest {
    private static final String ID1 = "00000000000000000000000000000001";
    private static final String F2 = "00000000000000000000000000000002";
    private static final TableOptions SOFT = new TableOptions(List.of(), true, false);
    private static final TableOptions KEPT = new TableOptions(List.of(), false, true);
    private static final TableSchema PLAIN =
            table(1, "t", fields(field(2, "code", "string", "\"unique\": true"), field(3, "n", "integer")));

    @Test
    void softDeletionIsAColumnUniquenessAmongWhatIsThereAndTwoTriggers() {
        assertThat(sql(List.of(PLAIN), List.of(PLAIN.withOptions(SOFT))))
                .containsExactly(
                        "alter table \"dev\".\"t\" drop constraint \"uq_" + F2 + "\"",
                        "alter table \"dev\".\"t\" add column \"deleted_at\" timestamptz",
                        "create index \"dx_" + ID1 + "\" on \"dev\".\"t\" using btree (\"deleted_at\", \"id\") where"
                                + " \"deleted_at\" is not null",
                        "create unique index \"uq_" + F2
                                + "\" on \"dev\".\"t\" (\"code\") where \"deleted_at\" is null",
                        "create trigger \"br_" + ID1
                                + "\" before update of \"deleted_at\" on \"dev\".\"t\" for each row"
                                + " when (old.deleted_at is not null and new.deleted_at is null) execute function"
                                + " nocode.may_return()",
                        "create trigger \"ad_" + ID1 + "\" after update of \"deleted_at\" on \"dev\".\"t\" for each row"
                                + " when (old.deleted_at is distinct from new.deleted_at) execute function"
                                + " nocode.follow_deletion()");
    }

    @Test
    void withoutSoftDeletionTheDeletedRowsGoFirst() {
        List<Ddl> steps = SchemaDiff.between(PLAIN.withOptions(SOFT), PLAIN);
        assertThat(steps.stream().map(step -> step.sql(Identifier.of("dev"))))
                .containsExactly(
                        "select nocode.purge('\"dev\".\"t\"'::regclass, '\"deleted_at\" is not null')",
                        "drop trigger if exists \"br_" + ID1 + "\" on \"dev\".\"t\"",
                        "drop trigger if exists \"ad_" + ID1 + "\" on \"dev\".\"t\"",
                        "drop index if exists \"dev\".\"uq_" + F2 + "\"",
                        "alter table \"dev\".\"t\" drop column \"deleted_at\"",
                        "alter table \"dev\".\"t\" add constraint \"uq_" + F2 + "\" unique (\"code\")");
        assertThat(steps.get(0).loss(Identifier.of("dev")).orElseThrow().field())
                .isEqualTo("options.soft_delete");
        assertThat(steps.stream().filter(step -> step.effect() == Ddl.Effect.DESTRUCTIVE))
                .hasSize(1);
    }

    @Test
    void aNewTableHasItAllFromTheStart() {
        assertThat(sql(List.of(), List.of(PLAIN.withOptions(new TableOptions(List.of(), true, true)))))
                .hasSize(9)
                .anyMatch(step -> step.startsWith("create table \"dev\".\"t\"")
                        && step.contains("\"deleted_at\" timestamptz")
                        && !step.contains("unique"))
                .anyMatch(step -> step.startsWith("create unique index \"uq_" + F2))
                .anyMatch(step -> step.startsWith("create table \"dev\".\"_rv_" + ID1));
    }

    @Test
    void historyIsATableAndATriggerForEachKindOfChange() {
        assertThat(sql(List.of(PLAIN), List.of(PLAIN.withOptions(KEPT))))
                .containsExactly(
                        "create table \"dev\".\"_rv_" + ID1 + "\" (row_id uuid not null, number bigint not null, action"
                                + " text not null, changed_by uuid, changed_at timestamptz not null, before jsonb, after"
                                + " jsonb, primary key (row_id, number))",
                        trigger("ri", "insert", "new table as new_rows", "code"),
                        trigger("ru", "update", "old table as old_rows new table as new_rows", "code"),
                        trigger("rd", "delete", "old table as old_rows", "code"));
    }

    @Test
    void aRenamedFieldKeepsItsHistoryAndHistoryGoesOnlyWithConsent() {
        TableSchema renamed =
                table(1, "t", fields(field(2, "key", "string", "\"unique\": true"), field(3, "n", "integer")));
        assertThat(sql(List.of(PLAIN.withOptions(KEPT)), List.of(renamed.withOptions(KEPT))))
                .hasSize(7)
                .contains(
                        "drop trigger if exists \"ru_" + ID1 + "\" on \"dev\".\"t\"",
                        trigger("ri", "insert", "new table as new_rows", "key"));
        for (List<TableSchema> without : List.of(List.of(PLAIN), List.<TableSchema>of())) {
            assertThat(SchemaDiff.between(List.of(PLAIN.withOptions(KEPT)), without).stream()
                            .flatMap(step -> step.loss(Identifier.of("dev")).stream())
                            .map(Ddl.Loss::field))
                    .contains("options.revisions");
        }
    }

    @Test
    void relationsAreHeldToWhatIsThereWhereverTheyLeadToSoftDeletion() {
        TableSchema source = table(9, "s", fields(field(4, "one", "relation", "\"target\": \"t\"")));
        String held = "create trigger \"pr_00000000000000000000000000000004\" before insert or update of \"one\" on"
                + " \"dev\".\"s\" for each row execute function"
                + " nocode.points_to_present('fk_00000000000000000000000000000004')";
        assertThat(sql(List.of(PLAIN, source), List.of(PLAIN.withOptions(SOFT), source)))
                .contains(held);
        assertThat(sql(List.of(PLAIN.withOptions(SOFT)), List.of(PLAIN.withOptions(SOFT), source)))
                .endsWith(held);
        assertThat(sql(List.of(PLAIN.withOptions(SOFT), source), List.of(PLAIN, source)))
                .startsWith("drop trigger if exists \"pr_00000000000000000000000000000004\" on \"dev\".\"s\"");
        assertThat(sql(List.of(PLAIN.withOptions(SOFT), source), List.of(PLAIN.withOptions(SOFT), source)))
                .isEmpty();
    }

    @Test
    void optionsAreReadAsTheyAreWritten() {
        TableOptions all = new TableOptions(List.of(), true, true);
        assertThat(TableSchemaJson.read(TableSchemaJson.write(PLAIN.withOptions(all)))
                        .options())
                .isEqualTo(all);
        Faults faults = new Faults();
        TableOptionsJson.read(
                Json.parse("{\"soft_delete\": \"yes\", \"revisions\": 1, \"undo\": true}"),
                "options",
                List.of(),
                faults);
        assertThat(faults.byField().keySet())
                .containsExactlyInAnyOrder("options.undo", "options.soft_delete", "options.revisions");
    }

    private static String trigger(String prefix, String event, String rows, String name) {
        return "create trigger \"" + prefix + "_" + ID1 + "\" after " + event + " on \"dev\".\"t\" referencing " + rows
                + " for each statement execute function nocode.keep_revisions('_rv_" + ID1 + "', '{\"" + name + "\": \""
                + Tables.id(2) + "\", \"n\": \"" + Tables.id(3) + "\"}')";
    }

    private static List<String> sql(List<TableSchema> now, List<TableSchema> wanted) {
        return SchemaDiff.between(now, wanted).stream()
                .map(step -> step.sql(Identifier.of("dev")))
                .toList();
    }
}
