package io.nocode.studio.components;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.json.Body;
import io.nocode.shared.json.Json;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.studio.pages.PageRepository;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.VisibleProjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with single components. */
@ApplicationScoped
@Transactional
public class Components {
    private static final String PROJECT = "(select p.projectId from Page p where p.id = e.pageId)";

    @Inject
    private ComponentRepository repository;

    @Inject
    private PageRepository pages;

    @Inject
    private Editing editing;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private VisibleProjects visible;

    @Inject
    private Drafts drafts;

    public Page<ComponentView> list(
            @Nullable UUID page, @Nullable String type, @Nullable UUID project, PageRequest asked) {
        if (type != null && ComponentTypes.named(type).isEmpty()) {
            throw CommonProblem.INVALID.at("component_type", "field.component_type");
        }
        return visible.only(repository.listing(), PROJECT, project)
                .where("e.pageId = :page", "page", page)
                .where("e.type = :type", "type", type)
                .sortBy("component_type", "e.type")
                .sortBy("order", "e.place")
                .defaultSort("e.createdAt asc")
                .page(asked)
                .map(Component::view);
    }

    /** The trees of a page, in order. */
    public List<ComponentView> tree(UUID page) {
        projects.require(pages.find(page).projectId(), Action.STUDIO_SEE);
        return Trees.of(repository.of(page).stream().map(Component::view).toList());
    }

    public ComponentView create(CreateComponent asked) {
        UUID project = pages.find(asked.page()).projectId();
        projects.require(project, Action.STUDIO_EDIT);
        drafts.lock(project);
        ComponentView made = editing.add(asked).view();
        drafts.revise(project);
        return made;
    }

    public ComponentView get(UUID id) {
        Component component = repository.find(id);
        projects.require(projectOf(component), Action.STUDIO_SEE);
        return component.view();
    }

    public ComponentView put(UUID id, ComponentUpdate asked) {
        return update(locked(id), asked);
    }

    public ComponentView patch(UUID id, JsonNode patch) {
        Component component = locked(id);
        return update(component, Body.merged(component.asUpdate(), patch, ComponentUpdate.class));
    }

    public void delete(UUID id) {
        Component component = locked(id);
        Preconditions.check(component::view);
        UUID project = projectOf(component);
        editing.remove(component);
        drafts.revise(project);
    }

    private ComponentView update(Component component, ComponentUpdate asked) {
        Preconditions.check(component::view);
        if (asked.page() != null && !asked.page().equals(component.pageId())) {
            throw CommonProblem.INVALID.at("page", "field.fixed");
        }
        if (asked.componentType() != null && !asked.componentType().equals(component.type())) {
            throw CommonProblem.INVALID.at("component_type", "field.fixed");
        }
        boolean elsewhere = !Objects.equals(asked.parent(), component.parentId());
        String slot = asked.slot() == null && !elsewhere ? component.slot() : asked.slot();
        Integer order = asked.order() == null && !elsewhere ? Integer.valueOf(component.place()) : asked.order();
        editing.move(component, asked.parent(), slot, order);
        editing.position(component, asked.position() == null ? new Position(null, null, null, null) : asked.position());
        editing.configure(
                component,
                asked.config() == null ? Json.object() : asked.config(),
                asked.style() == null ? Json.object() : asked.style());
        editing.show(component, asked.visibleIf());
        drafts.revise(projectOf(component));
        return component.view();
    }

    private Component locked(UUID id) {
        Component component = repository.find(id);
        UUID project = projectOf(component);
        projects.require(project, Action.STUDIO_EDIT);
        drafts.lock(project);
        return repository.refreshed(id);
    }

    private UUID projectOf(Component component) {
        return pages.find(component.pageId()).projectId();
    }
}
