package io.nocode.runtime.deployments;

import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Copies of tables from before a change that takes data away, in a PostgreSQL schema of the project's own. */
@ApplicationScoped
@Transactional
class Backups {
    @Inject
    private ProjectDirectory projects;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Copies the tables that lose data, again if there is a copy; the number of rows by table. */
    Map<String, Long> take(Deployment deployment, Plan plan) {
        database.takeTime();
        Map<String, Long> rows = new LinkedHashMap<>();
        int number = 0;
        for (Identifier table : plan.tablesThatLose()) {
            number++;
            rows.put(table.name(), copy(deployment, plan.pgSchema(), table, number));
        }
        return rows;
    }

    /** Like {@link #take}, with nobody writing between the copy and the end of the transaction. */
    Map<String, Long> takeLocked(Deployment deployment, Plan plan) {
        // Whoever waits for a lock makes everybody behind wait: give up soon rather than stop the application.
        database.execute(List.of("set local lock_timeout = '5s'"));
        plan.tablesThatLose()
                .forEach(table -> database.execute(
                        List.of("lock table " + plan.pgSchema() + "." + table + " in access exclusive mode")));
        return take(deployment, plan);
    }

    private long copy(Deployment deployment, Identifier pgSchema, Identifier table, int number) {
        Identifier schema = schema(deployment.projectId());
        Identifier copy = Identifier.of("d" + deployment.id().toString().replace("-", "") + "_" + number);
        String name = schema + "." + copy;
        database.execute(List.of(
                "create schema if not exists " + schema,
                "drop table if exists " + name,
                "create table " + name + " as table " + pgSchema + "." + table));
        long rows = database.first(Sql.of("select count(*) as n from " + name), row -> row.number("n"))
                .orElseThrow();
        database.update(Sql.of(
                "insert into deployment_backup (id, deployment_id, table_name, pg_schema, pg_table, rows_count,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (deployment_id, table_name) do update set rows_count = excluded.rows_count,"
                        + " created_at = excluded.created_at",
                Ids.next(),
                deployment.id(),
                table.name(),
                schema.name(),
                copy.name(),
                rows,
                clock.instant()));
        return rows;
    }

    /** The PostgreSQL schema that holds a project's copies. */
    Identifier schema(UUID project) {
        return projects.find(project).pgSchema("backup");
    }
}
