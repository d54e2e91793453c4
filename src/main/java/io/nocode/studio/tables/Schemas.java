package io.nocode.studio.tables;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.rest.Preconditions;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.projects.VisibleProjects;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.schema.TableSchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with tables. Every change is one migration in one transaction: all of it or nothing. */
@ApplicationScoped
@Transactional
public class Schemas {
    @Inject
    private TableRepository repository;

    @Inject
    private DraftTables tables;

    @Inject
    private TableChanges changes;

    @Inject
    private Patterns patterns;

    @Inject
    private TablePolicies policies;

    @Inject
    private TableFacts facts;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private VisibleProjects visible;

    @Inject
    private Drafts drafts;

    public Page<SchemaView> list(@Nullable UUID project, @Nullable String tableName, PageRequest asked) {
        return visible.only(repository.listing(), "e.projectId", project)
                .where("e.name = :name", "name", tableName)
                .search("e.name")
                .sortBy("table_name", "e.name")
                .defaultSort("e.createdAt asc")
                .page(asked)
                .map(design -> facts.view(design, projects.find(design.projectId()), null, null));
    }

    /** The tables of one project; NOT_FOUND where the caller may not see it. */
    public Page<SchemaView> listOf(UUID project, PageRequest asked) {
        projects.require(project, Action.STUDIO_SEE);
        return list(project, null, asked);
    }

    /** Every table of a project that the caller may see, by name. */
    public List<SchemaView> allOf(UUID project) {
        ProjectRef ref = projects.require(project, Action.STUDIO_SEE);
        return repository.of(project).stream()
                .map(design -> facts.view(design, ref, null, null))
                .toList();
    }

    public SchemaView create(CreateSchema asked) {
        ProjectRef project = projects.require(asked.project(), Action.STUDIO_EDIT);
        drafts.lock(project.id());
        List<TableSchema> now = tables.of(project.id());
        SchemaReading reading = new SchemaReading();
        TableSchema table = reading.created(Ids.next(), asked);
        List<TableSchema> wanted = new ArrayList<>(now);
        wanted.add(table);
        Relations.check(table, wanted, "fields_config", reading.faults());
        reading.faults().throwIfAny();
        requireFree(table, now);
        patterns.check(table, "fields_config");
        UUID migration = changes.apply(project, now, wanted, table.id(), false);
        return facts.view(repository.find(table.id()), project, true, migration);
    }

    public SchemaView get(UUID id) {
        TableDesign design = repository.find(id);
        return facts.detail(design, projects.require(design.projectId(), Action.STUDIO_SEE), null);
    }

    public SchemaView put(UUID id, SchemaUpdate asked) {
        TableDesign design = locked(id, Action.STUDIO_EDIT);
        return update(design, asked);
    }

    public SchemaView patch(UUID id, JsonNode patch) {
        TableDesign design = locked(id, Action.STUDIO_EDIT);
        TableSchema now = design.schema();
        JsonNode json = TableSchemaJson.write(now);
        SchemaUpdate current = new SchemaUpdate(
                design.projectId(),
                now.name(),
                now.displayName(),
                now.description(),
                now.icon(),
                json.path("fields_config"),
                json.path("options"),
                null);
        return update(design, Body.merged(current, patch, SchemaUpdate.class));
    }

    public void delete(UUID id, boolean allowDataLoss) {
        TableDesign design = locked(id, Action.STUDIO_DELETE);
        ProjectRef project = projects.find(design.projectId());
        Preconditions.check(() -> facts.detail(design, project, null));
        List<TableSchema> now = tables.of(project.id());
        List<String> relations = Relations.leadingTo(design.schema(), now);
        if (!relations.isEmpty()) {
            throw SchemaProblem.TABLE_IN_USE.with(Map.of("relations", relations));
        }
        List<TableSchema> wanted =
                now.stream().filter(table -> !table.id().equals(id)).toList();
        changes.apply(project, now, wanted, id, allowDataLoss);
    }

    /** The table, where the caller may do this; nobody waits for it. */
    TableDesign seen(UUID id, Action action) {
        TableDesign design = repository.find(id);
        projects.require(design.projectId(), action);
        return design;
    }

    /** The table, once the caller may do this and others have ended their changes of the project. */
    TableDesign locked(UUID id, Action action) {
        TableDesign design = repository.find(id);
        projects.require(design.projectId(), action);
        drafts.lock(design.projectId());
        return repository.refreshed(id);
    }

    /** Gives a table its new form, and tells the migration's id. */
    UUID become(TableDesign design, TableSchema wantedTable, Faults faults, boolean allowDataLoss) {
        ProjectRef project = projects.find(design.projectId());
        TableSchema old = design.schema();
        List<TableSchema> now = tables.of(project.id());
        List<TableSchema> wanted = Relations.follow(now, old, wantedTable);
        TableSchema followed = wanted.stream()
                .filter(table -> table.id().equals(old.id()))
                .findFirst()
                .orElse(wantedTable);
        Relations.check(followed, wanted, "fields_config", faults);
        faults.throwIfAny();
        requireFree(wantedTable, now);
        patterns.check(wantedTable, "fields_config");
        return changes.apply(project, now, policies.follow(now, wanted), old.id(), allowDataLoss);
    }

    private SchemaView update(TableDesign design, SchemaUpdate asked) {
        Preconditions.check(() -> facts.detail(design, projects.find(design.projectId()), null));
        if (asked.project() != null && !asked.project().equals(design.projectId())) {
            throw CommonProblem.INVALID.at("project", "field.fixed");
        }
        SchemaReading reading = new SchemaReading();
        TableSchema wanted = reading.updated(design.schema(), asked);
        UUID migration = become(design, wanted, reading.faults(), Boolean.TRUE.equals(asked.allowDataLoss()));
        return facts.detail(repository.find(design.id()), projects.find(design.projectId()), migration);
    }

    private static void requireFree(TableSchema table, List<TableSchema> others) {
        if (others.stream()
                .anyMatch(other ->
                        other.name().equals(table.name()) && !other.id().equals(table.id()))) {
            throw SchemaProblem.NAME_TAKEN.at("table_name", "field.taken");
        }
    }
}
