package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Copies of what a change takes away, in a PostgreSQL schema of the project's own: whole tables, or the ids of rows with
 * the columns that go. {@link Returns} brings it back.
 */
@ApplicationScoped
@Transactional
class Backups {
    private static final Logger LOG = Logger.getLogger(Backups.class.getName());

    /** What came after the last deployment of another version has brought the live one: the nearest way back needs it. */
    private static final String ENDED = """
            select b.id, b.deployment_id, b.table_name, b.pg_schema, b.pg_table
            from deployment_backup b
            join deployment d on d.id = b.deployment_id
            join environment e on e.project_id = d.project_id and e.name = d.environment
            where d.project_id = ? and d.environment = ? and (d.status in ('failed', 'cancelled')
                or (b.created_at < ? and d.completed_at <= (
                    select max(o.completed_at) from deployment o
                    where o.project_id = d.project_id and o.environment = d.environment and o.status = 'succeeded'
                        and o.version_number <> e.version_number)))
            """;

    @Inject
    private EnvironmentSwitch environments;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Copies what would be lost, again if there is a copy; the number of rows by table. */
    Map<String, Long> take(Deployment deployment, Plan plan) {
        database.takeTime();
        Map<String, Long> rows = new LinkedHashMap<>();
        int number = 0;
        for (Plan.Copy copy : plan.copies()) {
            number++;
            rows.put(copy.table().name(), copy(deployment, plan.pgSchema(), copy, number));
        }
        return rows;
    }

    private long copy(Deployment deployment, Identifier pgSchema, Plan.Copy what, int number) {
        Identifier schema = schema(deployment.projectId());
        Identifier copy = Identifier.of("d" + deployment.id().toString().replace("-", "") + "_" + number);
        String name = schema + "." + copy;
        long from = database.first(
                        Sql.of("select " + WrittenSince.NOW + "::text::bigint as moment"), row -> row.number("moment"))
                .orElseThrow();
        database.execute(List.of(
                "create schema if not exists " + schema,
                "drop table if exists " + name,
                "create table " + name + " as select " + what.selected() + " from " + pgSchema + "." + what.table(),
                "create unique index " + Return.index(copy) + " on " + name + " (" + what.keys() + ")",
                "analyze " + name));
        long rows = count(name);
        database.update(Sql.of(
                "insert into deployment_backup (id, deployment_id, table_name, pg_schema, pg_table, rows_count,"
                        + " definition, columns, written_from, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::text::xid8, ?)"
                        + " on conflict (deployment_id, table_name) do update set rows_count = excluded.rows_count,"
                        + " pg_table = excluded.pg_table, definition = excluded.definition,"
                        + " columns = excluded.columns, written_from = excluded.written_from,"
                        + " created_at = excluded.created_at",
                Ids.next(),
                deployment.id(),
                what.table().name(),
                schema.name(),
                copy.name(),
                rows,
                TableSchemaJson.write(what.owner()),
                columns(what),
                String.valueOf(from),
                clock.instant()));
        return rows;
    }

    /** Brings copies up to now, while nobody writes any more; makes those anew that are not of this plan. */
    Map<String, Long> complete(Deployment deployment, Plan plan) {
        database.takeTime();
        Map<String, Long> rows = new LinkedHashMap<>();
        for (Plan.Copy what : plan.copies()) {
            Optional<Ahead> ahead = ahead(deployment, what);
            if (ahead.isEmpty()) {
                return take(deployment, plan);
            }
            rows.put(what.table().name(), catchUp(ahead.get(), plan.pgSchema() + "." + what.table(), what));
        }
        return rows;
    }

    /** A copy that was made ahead, and the moment from which on rows may have been written that it does not know. */
    private record Ahead(UUID id, Identifier schema, Identifier copy, long from) {
        String name() {
            return schema + "." + copy;
        }

        /** Where what was written since stands for a moment. */
        String written() {
            return schema + "." + Identifier.of(copy.name() + "_w");
        }
    }

    private Optional<Ahead> ahead(Deployment deployment, Plan.Copy what) {
        return database.first(
                Sql.of(
                        "select id, pg_schema, pg_table, written_from::text::bigint as moment from deployment_backup"
                                + " where deployment_id = ? and table_name = ? and definition = ?"
                                + " and columns is not distinct from ? and " + WrittenSince.isPast("written_from"),
                        deployment.id(),
                        what.table().name(),
                        TableSchemaJson.write(what.owner()),
                        columns(what)),
                row -> new Ahead(
                        row.uuid("id"),
                        Identifier.of(row.text("pg_schema")),
                        Identifier.of(row.text("pg_table")),
                        row.number("moment")));
    }

    private long catchUp(Ahead copy, String table, Plan.Copy what) {
        database.execute(List.of(
                "create table " + copy.written() + " as select " + what.selected() + " from " + table + " t where "
                        + WrittenSince.of(copy.from),
                "delete from " + copy.name() + " c using " + copy.written() + " w where " + what.sameKey("c", "w"),
                "insert into " + copy.name() + " select * from " + copy.written(),
                "drop table " + copy.written()));
        long rows = count(table);
        if (count(copy.name()) != rows) {
            database.execute(List.of("delete from " + copy.name() + " c where not exists (select from " + table
                    + " t where " + what.sameKey("t", "c") + ")"));
        }
        database.update(Sql.of("update deployment_backup set rows_count = ? where id = ?", rows, copy.id));
        return rows;
    }

    private long count(String table) {
        return database.first(Sql.of("select count(*) as n from " + table), row -> row.number("n"))
                .orElseThrow();
    }

    private static @Nullable JsonNode columns(Plan.Copy what) {
        return what.columns().isEmpty()
                ? null
                : Json.tree(what.columns().stream().map(Identifier::name).toList());
    }

    /**
     * Takes away copies from before a moment, but for those that the way back to the version before the live one needs;
     * and the copies of deployments that did not go live, whenever they were made. While a deployment is at work nothing
     * goes: it asks again at its end.
     */
    void end(UUID project, Stage stage, Instant before) {
        environments.lock(project, stage.wire());
        if (environments.isDeploying(project, stage.wire())) {
            return;
        }
        for (Ended copy : database.list(Sql.of(ENDED, project, stage.wire(), before), Ended::read)) {
            database.execute(
                    List.of("drop table if exists " + Identifier.of(copy.schema) + "." + Identifier.of(copy.table)));
            database.update(Sql.of("delete from deployment_backup where id = ?", copy.id));
            LOG.info(() -> "The copy of " + copy.of + " from before the deployment " + copy.deployment
                    + " is gone: its time was over.");
        }
    }

    private record Ended(UUID id, UUID deployment, String of, String schema, String table) {
        static Ended read(Row row) {
            return new Ended(
                    row.uuid("id"),
                    row.uuid("deployment_id"),
                    row.text("table_name"),
                    row.text("pg_schema"),
                    row.text("pg_table"));
        }
    }

    /** The PostgreSQL schema that holds a project's copies. */
    Identifier schema(UUID project) {
        return projects.find(project).pgSchema("backup");
    }
}
