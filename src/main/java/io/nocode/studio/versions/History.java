package io.nocode.studio.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.studio.documents.Changes;
import io.nocode.studio.documents.Comparison;
import io.nocode.studio.documents.Comparison.Difference;
import io.nocode.studio.documents.DraftContent;
import io.nocode.studio.documents.DraftWriter;
import io.nocode.studio.documents.ProjectPart;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import io.nocode.studio.schema.SchemaDiff;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.DraftTables;
import io.nocode.studio.tables.PreviewView;
import io.nocode.studio.tables.SchemaProblem;
import io.nocode.studio.tables.TableSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares the states that a project has had, and brings one of them back. */
@ApplicationScoped
@Transactional
public class History {
    private static final String DRAFT = "draft";
    private static final String WORKFLOWS = "workflows";

    private record State(JsonNode content, List<TableSchema> tables) {}

    @Inject
    private ProjectDirectory directory;

    @Inject
    private Versions versions;

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

    @Inject
    private Drafts drafts;

    /**
     * What lies between two states.
     *
     * @param from a version's number or {@code draft}
     * @param to likewise
     */
    public DiffView diff(UUID id, String from, String to) {
        ProjectRef project = directory.require(id, Action.STUDIO_SEE);
        State before = state(id, "from", from);
        State after = state(id, "to", to);
        Difference difference = difference(before.content, after.content);
        return new DiffView(
                from,
                to,
                difference.tables(),
                difference.fields(),
                difference.pages(),
                difference.components(),
                difference.workflows(),
                SchemaDiff.between(before.tables, after.tables).stream()
                        .map(step -> PreviewView.StepView.of(project.pgSchema("dev"), step))
                        .toList());
    }

    /** Makes the draft what a version was. */
    public RestoreView restore(UUID id, int number, RestoreRequest asked) {
        ProjectRef project = directory.require(id, Action.STUDIO_PUBLISH);
        drafts.lock(id);
        Version version = versions.find(id, number);
        State now = draft(id);
        Difference difference = difference(now.content, version.content());
        boolean agreed = Boolean.TRUE.equals(asked.allowDataLoss());
        if (!agreed && !difference.workflows().removed().isEmpty()) {
            throw SchemaProblem.DATA_LOSS.with(Map.of(
                    WORKFLOWS,
                    difference.workflows().removed().stream()
                            .map(Changes.Change::name)
                            .toList()));
        }
        PreviewView migration = sets.preview(project, version.tables());
        UUID done = writer.write(
                project, version.tables(), (ArrayNode) version.content().path("pages"), agreed);
        if (version.content().path(WORKFLOWS) instanceof ArrayNode designed) {
            Faults faults = new Faults();
            parts.forEach(part -> part.replace(id, designed, WORKFLOWS, faults));
            faults.throwIfAny();
        }
        return new RestoreView(
                id,
                number,
                done,
                drafts.revision(id),
                difference.tables(),
                difference.fields(),
                difference.pages(),
                difference.components(),
                difference.workflows(),
                migration);
    }

    /** Versions from before workflows were a part of them say nothing of workflows. */
    private static Difference difference(JsonNode before, JsonNode after) {
        if (before.has(WORKFLOWS) && after.has(WORKFLOWS)) {
            return Comparison.of(before, after, true);
        }
        return Comparison.of(withoutWorkflows(before), withoutWorkflows(after), true);
    }

    private static JsonNode withoutWorkflows(JsonNode content) {
        ObjectNode copy = content.deepCopy();
        copy.remove(WORKFLOWS);
        return copy;
    }

    private State state(UUID project, String parameter, String name) {
        if (name.equals(DRAFT)) {
            return draft(project);
        }
        if (!name.matches("[1-9][0-9]{0,8}")) {
            throw CommonProblem.INVALID.at(parameter, "field.version");
        }
        Version version = versions.find(project, Integer.parseInt(name));
        return new State(version.content(), version.tables());
    }

    private State draft(UUID project) {
        List<TableSchema> now = tables.of(project);
        return new State(contents.of(project, now), now);
    }
}
