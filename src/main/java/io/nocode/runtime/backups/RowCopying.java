package io.nocode.runtime.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.runtime.backups.CopyRequest.Mask;
import io.nocode.runtime.deployments.EnvironmentSwitch;
import io.nocode.runtime.environments.EnvironmentTables;
import io.nocode.runtime.query.LiveTable;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.AutonumberType;
import io.nocode.studio.schema.CreateLinks;
import io.nocode.studio.schema.CreateRevisions;
import io.nocode.studio.schema.Field;
import io.nocode.studio.schema.RestartNumbers;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.SchemaChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives tables of one environment the rows of another, masked on their way: what is masked never reaches the other
 * environment. Tables and fields are the same where their ids are.
 */
@ApplicationScoped
class RowCopying {
    @Inject
    private EnvironmentTables tables;

    @Inject
    private EnvironmentSwitch environments;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private SchemaChanges changes;

    @Inject
    private Database database;

    /** Blames what cannot be done as it is asked. */
    void check(UUID project, CopyRequest asked) {
        pairs(project, asked, "");
    }

    /** Copies within the caller's transaction, and tells how many rows came into each table. */
    ObjectNode run(UUID project, CopyRequest asked) {
        database.takeTime();
        environments.lock(project, asked.to());
        if (environments.isDeploying(project, asked.to())) {
            throw BackupProblem.ENVIRONMENT_BUSY.because();
        }
        List<CopyPair> pairs =
                pairs(project, asked, UUID.randomUUID().toString().replace("-", ""));
        Identifier from = projects.find(project).pgSchema(asked.from());
        Identifier to = projects.find(project).pgSchema(asked.to());
        changes.lock(to, pairs.stream().map(CopyPair::to).toList(), List.of());
        List<Held> held = relations(to);
        held.forEach(one -> database.execute(List.of(one.drop())));
        List<String> all = pairs.stream()
                .flatMap(pair -> Stream.of(
                                Stream.of(pair.to().table()),
                                pair.links().stream().map(CreateLinks::table),
                                history(pair.to()))
                        .flatMap(tables -> tables))
                .map(table -> to + "." + table)
                .toList();
        database.execute(List.of("truncate " + String.join(", ", all)));
        database.update(Sql.of(
                "delete from row_file where pg_schema = ? and field_id = any (?::uuid[]) and dropped_at is null",
                to.name(),
                FileTables.fields(pairs.stream().map(CopyPair::to).toList())));
        ObjectNode rows = Json.object();
        try {
            pairs.forEach(pair -> rows.put(pair.to().name(), fill(project, pair, from, to)));
            held.forEach(one -> database.execute(List.of(one.add())));
        } catch (DatabaseFault fault) {
            if (fault.constraint().equals(CopyPair.BYTES_GONE)) {
                throw fault; // A file was deleted while it was copied: once more.
            }
            switch (fault.state()) {
                case "23503" -> throw BackupProblem.ROWS_MISSING.because();
                case "23502", "23505", "23514", "22001", "22003" -> throw BackupProblem.MASK_DOES_NOT_FIT.because();
                default -> throw fault;
            }
        }
        environments.rowsChanged(project, asked.to());
        return Json.object().set("rows_by_table", rows);
    }

    private long fill(UUID project, CopyPair pair, Identifier from, Identifier to) {
        String target = to + "." + pair.to().table();
        // Members of the organisation were asked for when the rows were written.
        database.execute(List.of("alter table " + target + " disable trigger user"));
        long rows = database.first(pair.fill(project, from, to), row -> row.number("count"))
                .orElse(0L);
        database.execute(List.of("alter table " + target + " enable trigger user"));
        for (Field field : pair.links()) {
            String links = to + "." + CreateLinks.table(field);
            database.execute(List.of("alter table " + links + " disable trigger user"));
            database.update(Sql.of("insert into " + links + " (source_id, target_id, created_at) select source_id,"
                    + " target_id, created_at from " + from + "." + CreateLinks.table(field) + " l where exists (select"
                    + " 1 from " + target + " t where t.id = l.source_id)"));
            database.execute(List.of("alter table " + links + " enable trigger user"));
        }
        for (Field field : pair.to().fields()) {
            if (field.type() instanceof AutonumberType type) {
                database.exists(Sql.of(new RestartNumbers(pair.to().table(), field.column(), type.start()).sql(to)));
            }
        }
        return rows;
    }

    private List<CopyPair> pairs(UUID project, CopyRequest asked, String secret) {
        Faults faults = new Faults();
        Map<String, LiveTable> target = tables.find(project, asked.to());
        Map<UUID, TableSchema> source = tables.find(project, asked.from()).values().stream()
                .map(LiveTable::schema)
                .collect(Collectors.toMap(TableSchema::id, table -> table));
        List<Mask> masks = asked.masks() == null ? List.of() : asked.masks();
        List<String> names = asked.tables() == null
                ? target.values().stream()
                        .filter(table -> source.containsKey(table.schema().id()))
                        .map(LiveTable::name)
                        .toList()
                : asked.tables();
        if (asked.from().equals(asked.to())) {
            faults.add("to", "field.mask.same");
        }
        MaskSql sql = new MaskSql(secret);
        List<CopyPair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            LiveTable table = target.get(names.get(i));
            TableSchema from = table == null ? null : source.get(table.schema().id());
            if (table == null || from == null) {
                faults.add("tables[" + i + "]", "field.mask.no_table");
            } else {
                pairs.add(CopyPair.of(from, table.schema(), masks, sql, faults));
            }
        }
        for (int i = 0; i < masks.size(); i++) {
            Mask mask = masks.get(i);
            boolean known = pairs.stream()
                    .filter(pair -> pair.to().name().equals(mask.table()))
                    .flatMap(pair -> pair.to().field(mask.field()).stream())
                    .anyMatch(field -> field.type().isStored() && !CopyPair.isFormula(field));
            if (!known) {
                faults.add("masks[" + i + "].field", "field.mask.no_field");
            }
        }
        faults.throwIfAny();
        return pairs;
    }

    /** The table of the history of a table's rows, which ends with them. */
    private static Stream<Identifier> history(TableSchema table) {
        return table.options().revisions() ? Stream.of(CreateRevisions.table(table)) : Stream.empty();
    }

    /** What holds rows of an environment to rows of others. */
    private record Held(String table, String name, String definition) {
        String drop() {
            return "alter table " + table + " drop constraint " + name;
        }

        String add() {
            return "alter table " + table + " add constraint " + name + " " + definition;
        }
    }

    private List<Held> relations(Identifier pgSchema) {
        return database.list(
                Sql.of(
                        "select c.relname, k.conname, pg_get_constraintdef(k.oid) as definition from pg_constraint k"
                                + " join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = ? and k.contype = 'f'",
                        pgSchema.name()),
                row -> new Held(
                        pgSchema + "." + Identifier.of(row.text("relname")),
                        Identifier.of(row.text("conname")).quoted(),
                        row.text("definition")));
    }
}
