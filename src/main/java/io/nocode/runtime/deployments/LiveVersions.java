package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.id.Ids;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import io.nocode.studio.versions.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is live where. */
@ApplicationScoped
class LiveVersions {
    private static final String SELECT =
            "select version_number, tables, content, early from environment where project_id = ? and name = ?";

    @Inject
    private Database database;

    Optional<LiveVersion> find(UUID project, Stage stage) {
        return database.first(Sql.of(SELECT, project, stage.wire()), LiveVersions::read);
    }

    /** Like {@link #find}, and nobody else changes it before this transaction ends. */
    Optional<LiveVersion> lock(UUID project, Stage stage) {
        return database.first(Sql.of(SELECT + " for update", project, stage.wire()), LiveVersions::read);
    }

    void put(UUID project, Stage stage, Version version, JsonNode content, Instant now) {
        database.update(Sql.of(
                "insert into environment (id, project_id, name, version_number, tables, content, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (project_id, name) do update set"
                        + " version_number = excluded.version_number, tables = excluded.tables,"
                        + " content = excluded.content, early = null, updated_at = excluded.updated_at",
                Ids.next(),
                project,
                stage.wire(),
                version.number(),
                TableSchemaJson.writeAll(version.tables()),
                content,
                now,
                now));
    }

    /** Notes which fields stand there ahead of a deployment; none for what is live alone. */
    void early(UUID project, Stage stage, List<TableSchema> early) {
        database.update(Sql.of(
                "update environment set early = ?, early_from = " + WrittenSince.NOW
                        + " where project_id = ? and name = ?",
                early.isEmpty() ? null : TableSchemaJson.writeAll(early),
                project,
                stage.wire()));
    }

    /** The moment at which what stands there early was made. */
    Optional<Long> earlyFrom(UUID project, Stage stage) {
        return database.first(
                Sql.of(
                        "select case when " + WrittenSince.isPast("early_from")
                                + " then early_from::text::bigint else 0 end as moment from environment"
                                + " where project_id = ? and name = ? and early is not null",
                        project,
                        stage.wire()),
                row -> row.number("moment"));
    }

    private static LiveVersion read(Row row) {
        return new LiveVersion(
                (int) row.number("version_number"),
                TableSchemaJson.readAll(row.json("tables")),
                row.json("content"),
                TableSchemaJson.readAll(row.json("early")));
    }
}
