package io.nocode.studio.editor;

import io.nocode.foundation.access.Action;
import io.nocode.studio.components.Component;
import io.nocode.studio.components.ComponentRepository;
import io.nocode.studio.components.ComponentTypes;
import io.nocode.studio.components.ComponentView;
import io.nocode.studio.components.Trees;
import io.nocode.studio.pages.Page;
import io.nocode.studio.pages.PageRepository;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.Projects;
import io.nocode.studio.tables.SchemaView;
import io.nocode.studio.tables.Schemas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the visual editor does. */
@ApplicationScoped
@Transactional
public class Editor {
    @Inject
    private Edits edits;

    @Inject
    private Changes changes;

    @Inject
    private Projects projects;

    @Inject
    private ProjectDirectory directory;

    @Inject
    private Drafts drafts;

    @Inject
    private PageRepository pages;

    @Inject
    private ComponentRepository components;

    @Inject
    private Schemas schemas;

    public EditorState state(UUID project) {
        directory.require(project, Action.STUDIO_SEE);
        long revision = drafts.revision(project);
        List<EditorPage> all = new ArrayList<>();
        int count = 0;
        for (Page page : pages.of(project)) {
            List<ComponentView> flat =
                    components.of(page.id()).stream().map(Component::view).toList();
            count += flat.size();
            all.add(EditorPage.of(page.view(), Trees.of(flat)));
        }
        List<SchemaView> tables = schemas.allOf(project);
        return new EditorState(
                projects.get(project),
                all,
                tables,
                ComponentTypes.version(),
                revision,
                new EditorState.Statistics(all.size(), count, tables.size()));
    }

    public ComponentAdded add(AddComponent asked) {
        lock(asked.projectId());
        return changes.recorded(
                asked.projectId(),
                "add",
                () -> {
                    Edits.Added added = edits.add(asked);
                    return new ComponentAdded(
                            added.component().id(),
                            added.component().pageId(),
                            added.pageCreated(),
                            drafts.revise(asked.projectId()));
                },
                ComponentAdded::revision);
    }

    public ComponentChanged move(MoveComponent asked) {
        UUID project = lockProjectOf(asked.componentId());
        return changes.recorded(
                project, "move", () -> changed(edits.move(project, asked), project), ComponentChanged::revision);
    }

    public ComponentChanged update(UpdateComponent asked) {
        UUID project = lockProjectOf(asked.componentId());
        return changes.recorded(
                project, "update", () -> changed(edits.update(project, asked), project), ComponentChanged::revision);
    }

    /** Removes a component with all that it holds, and tells the revision that is then. */
    public long remove(RemoveComponent asked) {
        UUID project = lockProjectOf(asked.componentId());
        return changes.recorded(
                project,
                "remove",
                () -> {
                    edits.remove(project, asked);
                    return drafts.revise(project);
                },
                Long::longValue);
    }

    /** Does several changes together or none. */
    public BatchDone batch(Batch asked) {
        long revision = lock(asked.projectId());
        if (revision != asked.baseRevision()) {
            throw EditorProblem.STALE_REVISION.with(Map.of("revision", revision));
        }
        return changes.recorded(
                asked.projectId(),
                "batch",
                () -> {
                    List<BatchDone.Result> results = new BatchRun(edits, asked.projectId()).run(asked.operations());
                    return new BatchDone(drafts.revise(asked.projectId()), results);
                },
                BatchDone::revision);
    }

    private long lock(UUID project) {
        directory.require(project, Action.STUDIO_EDIT);
        return drafts.lock(project);
    }

    private UUID lockProjectOf(UUID component) {
        UUID project = pages.find(components.find(component).pageId()).projectId();
        lock(project);
        return project;
    }

    private ComponentChanged changed(Component component, UUID project) {
        return new ComponentChanged(component.id(), component.pageId(), drafts.revise(project), component.view());
    }
}
