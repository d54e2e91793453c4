package io.nocode.studio.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.components.TreeSets;
import io.nocode.studio.projects.CreateProject;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.projects.ProjectUpdate;
import io.nocode.studio.projects.ProjectView;
import io.nocode.studio.projects.Projects;
import io.nocode.studio.schema.TablePolicy;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.DraftTables;
import io.nocode.studio.tables.PreviewView;
import io.nocode.studio.tables.TableSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes projects of documents, or makes a project what a document says. */
@ApplicationScoped
@Transactional
public class Imports {
    @Inject
    private ProjectDirectory directory;

    @Inject
    private Projects projects;

    @Inject
    private Access access;

    @Inject
    private Drafts drafts;

    @Inject
    private DraftTables tables;

    @Inject
    private DraftContent contents;

    @Inject
    private DraftWriter writer;

    @Inject
    private TableSets sets;

    @Inject
    private Instance<ProjectPart> parts;

    /**
     * A new project, or the plan of one.
     *
     * @param organization left out: as when a project is made
     */
    public ImportView create(JsonNode body, @Nullable UUID organization, ImportMode mode) {
        if (mode == ImportMode.PLAN) {
            if (organization != null) {
                access.require(Action.STUDIO_EDIT, organization);
            }
            DocumentReading reading = DocumentReading.of(body, List.of(), sets);
            return ImportView.of(
                    mode,
                    null,
                    Comparison.of(Json.object(), reading.content(), false),
                    PreviewView.ofNew(reading.tables()));
        }
        DocumentReading reading = DocumentReading.of(body, List.of(), sets);
        ProjectDocument.Settings said = reading.document().settings();
        ProjectView made = projects.create(
                new CreateProject(said.name(), organization, said.description(), said.icon(), said.visibility(), null));
        ProjectRef project = directory.find(made.id());
        drafts.lock(project.id());
        requirePolicies(project.id(), List.of(), reading.tables());
        writer.write(project, reading.tables(), reading.pages(), false);
        workflows(project.id(), reading.document());
        return ImportView.of(
                mode,
                projects.get(project.id()),
                Comparison.of(Json.object(), reading.content(), false),
                PreviewView.ofNew(reading.tables()));
    }

    /** A project as the document says, or what would have to be done for it. */
    public ImportView update(JsonNode body, UUID id, ImportMode mode, boolean allowDataLoss) {
        ProjectRef project = directory.require(id, Action.STUDIO_EDIT);
        if (mode == ImportMode.APPLY) {
            drafts.lock(id);
        }
        List<TableSchema> now = tables.of(id);
        DocumentReading reading = DocumentReading.of(body, now, sets);
        Comparison.Difference difference = Comparison.of(before(id, now), reading.content(), false);
        PreviewView migration = sets.preview(project, reading.tables());
        if (mode == ImportMode.PLAN) {
            return ImportView.of(mode, projects.get(id), difference, migration);
        }
        if (!difference.tables().removed().isEmpty()
                || !difference.pages().removed().isEmpty()) {
            directory.require(id, Action.STUDIO_DELETE);
        }
        requirePolicies(id, now, reading.tables());
        ProjectDocument.Settings said = reading.document().settings();
        projects.put(
                id, new ProjectUpdate(said.name(), null, said.description(), said.icon(), said.visibility(), null));
        writer.write(project, reading.tables(), reading.pages(), allowDataLoss);
        workflows(id, reading.document());
        return ImportView.of(mode, projects.get(id), difference, migration);
    }

    /** Fills a new project that the caller has just made with tables, pages and workflows as in a document. */
    public void fill(UUID id, JsonNode tableParts, ArrayNode pageParts, ArrayNode workflowParts) {
        ProjectRef project = directory.require(id, Action.STUDIO_EDIT);
        ObjectNode document =
                Json.object().put("format", ProjectDocument.FORMAT).put("format_version", ProjectDocument.VERSION);
        document.putObject("settings").put("name", project.name());
        document.set("tables", tableParts);
        document.set("pages", pageParts);
        document.set("workflows", workflowParts);
        drafts.lock(id);
        DocumentReading reading = DocumentReading.of(document, tables.of(id), sets);
        requirePolicies(id, List.of(), reading.tables());
        writer.write(project, reading.tables(), reading.pages(), false);
        workflows(id, reading.document());
    }

    /** Policies decide who sees what: who may not change them brings none, and takes none away. */
    private void requirePolicies(UUID id, List<TableSchema> now, List<TableSchema> wanted) {
        Map<UUID, List<TablePolicy>> before =
                now.stream().collect(Collectors.toMap(TableSchema::id, TableSchema::policies));
        if (wanted.stream().anyMatch(table -> !table.policies().equals(before.getOrDefault(table.id(), List.of())))) {
            directory.require(id, Action.POLICIES_MANAGE);
        }
    }

    private ObjectNode before(UUID project, List<TableSchema> now) {
        ObjectNode content = contents.of(project, now);
        content.path("pages").forEach(page -> {
            ObjectNode own = (ObjectNode) page;
            own.remove("id");
            own.set("components", TreeSets.anonymous(own.path("components")));
        });
        return content;
    }

    private void workflows(UUID project, ProjectDocument document) {
        ArrayNode wanted = document.allWorkflows();
        if (document.workflows() != null
                && !document.workflows().isNull()
                && !document.workflows().isArray()) {
            throw CommonProblem.INVALID.at("workflows", "field.must_be.array");
        }
        Faults faults = new Faults();
        parts.forEach(part -> part.replace(project, wanted, "workflows", faults));
        faults.throwIfAny();
    }
}
