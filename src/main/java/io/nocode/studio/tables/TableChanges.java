package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Json;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.signal.Signals;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Identifier;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.Ddl;
import io.nocode.studio.schema.TableSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Changes the tables of a draft: what is stored of them and what stands in dev, together or not at all. */
@ApplicationScoped
class TableChanges {
    static final int MAX_TABLES = 100;
    static final int MAX_FIELDS = 50;

    @Inject
    private SchemaChanges changes;

    @Inject
    private TableRepository repository;

    @Inject
    private Drafts drafts;

    @Inject
    private Database database;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    /**
     * Brings a project's tables from one shape to another. The caller holds the project's lock.
     *
     * @param subject the table that the change is about
     * @return the id of the migration that tells of it
     */
    UUID apply(
            ProjectRef project, List<TableSchema> now, List<TableSchema> wanted, UUID subject, boolean allowDataLoss) {
        if (wanted.size() > MAX_TABLES && wanted.size() > now.size()) {
            throw SchemaProblem.LIMIT_TABLES.because(MAX_TABLES);
        }
        wanted.stream()
                .filter(table -> table.id().equals(subject) && table.fields().size() > MAX_FIELDS)
                .findAny()
                .ifPresent(table -> {
                    throw SchemaProblem.LIMIT_FIELDS.because(MAX_FIELDS);
                });
        Identifier dev = project.pgSchema("dev");
        List<Ddl> steps = changes.apply(dev, now, wanted, allowDataLoss);
        repository.store(project.id(), now, wanted, CurrentUser.id(), clock.instant());
        UUID migration = record(project, subject, steps, dev);
        drafts.revise(project.id());
        signals.send(DraftTables.TOPIC, project.id() + " dev");
        return migration;
    }

    private UUID record(ProjectRef project, UUID subject, List<Ddl> steps, Identifier dev) {
        ArrayNode told = Json.array();
        steps.forEach(step -> told.add(step.sql(dev)));
        UUID id = Ids.next();
        database.update(Sql.of(
                "insert into schema_migration (id, project_id, table_id, steps, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                project.id(),
                subject,
                told,
                CurrentUser.id(),
                clock.instant()));
        return id;
    }
}
