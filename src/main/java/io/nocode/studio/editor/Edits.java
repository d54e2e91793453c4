package io.nocode.studio.editor;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.studio.components.Component;
import io.nocode.studio.components.ComponentRepository;
import io.nocode.studio.components.Editing;
import io.nocode.studio.pages.Page;
import io.nocode.studio.pages.PageRepository;
import io.nocode.studio.pages.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The editor's single changes within one project, whose lock the caller holds. */
@ApplicationScoped
class Edits {
    /** A component that has been added, and whether its page had to be made. */
    record Added(Component component, boolean pageCreated) {}

    @Inject
    private Editing editing;

    @Inject
    private ComponentRepository components;

    @Inject
    private PageRepository pages;

    @Inject
    private Pages homes;

    Added add(AddComponent asked) {
        UUID project = asked.projectId();
        if (asked.pageId() != null) {
            return new Added(
                    editing.add(asked.on(pageOf(project, asked.pageId()).id())), false);
        }
        if (asked.parent() != null) {
            return new Added(
                    editing.add(asked.on(componentOf(project, asked.parent()).pageId())), false);
        }
        boolean made = pages.home(project).isEmpty();
        return new Added(editing.add(asked.on(homes.home(project).id())), made);
    }

    Component move(UUID project, MoveComponent asked) {
        Component component = componentOf(project, asked.componentId());
        if (asked.isWithinTree()) {
            UUID parent = asked.parent() == null ? component.view().parent() : parent(asked.parent());
            boolean stays = java.util.Objects.equals(parent, component.view().parent());
            String slot = asked.slot() == null && stays ? component.view().slot() : asked.slot();
            editing.move(component, parent, slot, asked.order());
        }
        if (asked.position() != null) {
            editing.position(component, asked.position());
        }
        return component;
    }

    Component update(UUID project, UpdateComponent asked) {
        Component component = componentOf(project, asked.componentId());
        editing.configure(component, asked.config(), asked.style());
        return component;
    }

    Component remove(UUID project, RemoveComponent asked) {
        Component component = componentOf(project, asked.componentId());
        editing.remove(component);
        return component;
    }

    private Component componentOf(UUID project, UUID id) {
        Component component = components.find(id);
        pageOf(project, component.pageId());
        return component;
    }

    /** Other projects' pages are as if they were not. */
    private Page pageOf(UUID project, UUID id) {
        Page page = pages.find(id);
        if (!page.projectId().equals(project)) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return page;
    }

    private static @Nullable UUID parent(JsonNode given) {
        if (given.isNull()) {
            return null;
        }
        try {
            return UUID.fromString(given.asText());
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblem.INVALID.at("parent", "field.must_be.uuid");
        }
    }
}
