package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.CreateIndex;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What PostgreSQL's catalogue says of an environment, and what it should say: noted at each deployment as what was
 * expected before with what the deployment itself changed, so that a change by hand is told until it is taken back.
 */
@ApplicationScoped
class Catalogue {
    /** Every object as {@code table/kind/name} and its definition. */
    private static final String OBJECTS = """
            with tables as (
                select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relkind in ('r', 'p', 'v', 'm', 'f'))
            select relname || '/table/' || relname as key, 'table' as definition from tables
            union all
            select t.relname || '/column/' || a.attname,
                format_type(a.atttypid, a.atttypmod)
                || case when a.attnotnull then ' not null' else '' end
                || case when a.attidentity <> '' then ' identity' else '' end
                || case when a.attgenerated <> '' then ' generated as ' || pg_get_expr(d.adbin, d.adrelid)
                    when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
            from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            union all
            select t.relname || '/constraint/' || k.conname,
                replace(replace(pg_get_constraintdef(k.oid), ? || '.', ''), ' NOT VALID', '')
            from tables t join pg_constraint k on k.conrelid = t.oid where k.contype in ('c', 'f', 'u', 'p', 'x')
            union all
            select t.relname || '/index/' || c.relname, replace(pg_get_indexdef(i.indexrelid), ? || '.', '')
            from tables t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid
            where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = t.oid)
            union all
            select t.relname || '/trigger/' || g.tgname, replace(pg_get_triggerdef(g.oid), ? || '.', '')
            from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
                -- These come and go with those who follow rows.
                and g.tgfoid is distinct from to_regproc('nocode.record_rows')
                -- Whether somebody follows a table is nothing of its form.
                and not starts_with(g.tgname, 'nocode_record_')
            """;

    @Inject
    private Database database;

    /** What is there. */
    Map<String, String> read(Identifier pgSchema) {
        Map<String, String> objects = new TreeMap<>();
        String name = pgSchema.name();
        database.list(
                        Sql.of(OBJECTS, name, name, name, name),
                        row -> Map.entry(row.text("key"), row.text("definition")))
                .forEach(each -> objects.put(each.getKey(), each.getValue()));
        return objects;
    }

    /** What has been changed by hand; nothing where it was never noted what should be there. */
    List<Drift> drift(UUID project, Stage stage, Identifier pgSchema) {
        JsonNode noted = noted(project, stage);
        return noted.isNull() ? List.of() : Drift.between(map(noted), read(pgSchema));
    }

    /** What was noted; nothing is expected where nothing is live. */
    private JsonNode noted(UUID project, Stage stage) {
        return database.first(
                        Sql.of(
                                "select catalogue from environment where project_id = ? and name = ?",
                                project,
                                stage.wire()),
                        row -> row.json("catalogue"))
                .orElseGet(Json::object);
    }

    /**
     * Notes what the environment is to hold after a deployment, whose row is there already.
     *
     * @param before what was there before its statements ran
     */
    void note(UUID project, Stage stage, TableChange change, Map<String, String> before) {
        Map<String, String> after = read(change.pgSchema());
        JsonNode noted = noted(project, stage);
        Map<String, String> expected = noted.isNull() ? after : expected(map(noted), before, after, change);
        change.steps().stream()
                .filter(step -> step instanceof CreateIndex index && index.concurrent())
                .forEach(step -> expected.put(
                        step.about() + "/index/" + ((CreateIndex) step).name().name(), Drift.ANY));
        write(project, stage, expected);
    }

    /** Notes that what is there now is what is to be there. */
    void noteAll(UUID project, Stage stage, Identifier pgSchema) {
        write(project, stage, read(pgSchema));
    }

    private void write(UUID project, Stage stage, Map<String, String> expected) {
        ObjectNode json = Json.object();
        expected.forEach(json::put);
        database.update(Sql.of(
                "update environment set catalogue = ? where project_id = ? and name = ?", json, project, stage.wire()));
    }

    /** What was expected, with what has changed in between: whatever else differs is still another's work. */
    static Map<String, String> expected(
            Map<String, String> noted, Map<String, String> before, Map<String, String> after, TableChange change) {
        Map<String, String> expected = renamed(noted, change);
        Map<String, String> was = renamed(before, change);
        was.keySet().stream().filter(key -> !after.containsKey(key)).forEach(expected::remove);
        after.forEach((key, definition) -> {
            if (!definition.equals(was.get(key))) {
                expected.put(key, definition);
            }
        });
        return expected;
    }

    private static Map<String, String> renamed(Map<String, String> objects, TableChange change) {
        Map<String, String> tables = new HashMap<>();
        Map<String, String> columns = new HashMap<>();
        for (TableSchema old : change.from()) {
            change.to().stream().filter(table -> table.id().equals(old.id())).forEach(table -> {
                tables.put(old.name(), table.name());
                for (Field field : old.fields()) {
                    table.field(field.id())
                            .ifPresent(is -> columns.put(old.name() + "/column/" + field.name(), is.name()));
                }
            });
        }
        Map<String, String> renamed = new TreeMap<>();
        objects.forEach((key, definition) -> {
            String[] parts = key.split("/", 3);
            String table = tables.getOrDefault(parts[0], parts[0]);
            String name = parts[1].equals("table") ? table : columns.getOrDefault(key, parts[2]);
            renamed.put(table + "/" + parts[1] + "/" + name, definition);
        });
        return renamed;
    }

    private static Map<String, String> map(JsonNode json) {
        Map<String, String> map = new TreeMap<>();
        json.properties().forEach(each -> map.put(each.getKey(), each.getValue().asText()));
        return map;
    }
}
