package io.nocode.studio.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.VisibleProjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with pages. */
@ApplicationScoped
@Transactional
public class Pages {
    @Inject
    private PageRepository repository;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private VisibleProjects visible;

    @Inject
    private Drafts drafts;

    @Inject
    private Clock clock;

    public io.nocode.shared.page.Page<PageView> list(
            @Nullable UUID project, @Nullable Boolean isHome, PageRequest asked) {
        return visible.only(repository.listing(), "e.projectId", project)
                .where("e.home = :home", "home", isHome)
                .search("e.name", "e.title", "e.route")
                .sortBy("name", "e.name")
                .sortBy("route", "e.route")
                .defaultSort("e.createdAt asc")
                .page(asked)
                .map(Page::view);
    }

    /** The pages of one project; NOT_FOUND where the caller may not see it. */
    public io.nocode.shared.page.Page<PageView> listOf(UUID project, PageRequest asked) {
        projects.require(project, Action.STUDIO_SEE);
        return list(project, null, asked);
    }

    public PageView create(CreatePage asked) {
        projects.require(asked.project(), Action.STUDIO_EDIT);
        drafts.lock(asked.project());
        PageUpdate said = new PageUpdate(
                null, asked.name(), asked.route(), asked.isHome(), asked.title(), asked.access(), asked.config());
        return add(asked.project(), said).view();
    }

    /** The project's home page, made where there is none. The caller holds the project's lock. */
    public Page home(UUID project) {
        return repository.home(project).orElseGet(() -> {
            String route = "/";
            for (int i = 1; repository.isRouteTaken(project, route); i++) {
                route = "/home" + (i == 1 ? "" : "-" + i);
            }
            return add(project, new PageUpdate(null, "Home", route, true, null, null, null));
        });
    }

    public PageView get(UUID id) {
        Page page = repository.find(id);
        projects.require(page.projectId(), Action.STUDIO_SEE);
        return page.view();
    }

    public PageView put(UUID id, PageUpdate asked) {
        return update(locked(id, Action.STUDIO_EDIT), asked);
    }

    public PageView patch(UUID id, JsonNode patch) {
        Page page = locked(id, Action.STUDIO_EDIT);
        return update(page, Body.merged(page.asUpdate(), patch, PageUpdate.class));
    }

    public void delete(UUID id) {
        Page page = locked(id, Action.STUDIO_DELETE);
        Preconditions.check(page::view);
        repository.remove(page);
        drafts.revise(page.projectId());
    }

    private Page add(UUID project, PageUpdate said) {
        requireObject(said);
        Page page = new Page(Ids.next(), project, said, clock.instant());
        repository.add(page);
        drafts.revise(project);
        return page;
    }

    private PageView update(Page page, PageUpdate asked) {
        Preconditions.check(page::view);
        if (asked.project() != null && !asked.project().equals(page.projectId())) {
            throw CommonProblem.INVALID.at("project", "field.fixed");
        }
        requireObject(asked);
        page.describe(asked, clock.instant());
        repository.flush();
        drafts.revise(page.projectId());
        return page.view();
    }

    private Page locked(UUID id, Action action) {
        Page page = repository.find(id);
        projects.require(page.projectId(), action);
        drafts.lock(page.projectId());
        return repository.refreshed(id);
    }

    private static void requireObject(PageUpdate asked) {
        JsonNode config = asked.config();
        if (config != null && !config.isNull() && !config.isObject()) {
            throw CommonProblem.INVALID.at("config", "field.must_be_object");
        }
    }
}
