package io.nocode.studio.projects;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.organisations.MemberView;
import io.nocode.foundation.organisations.Members;
import io.nocode.foundation.plans.Limit;
import io.nocode.foundation.plans.Quotas;
import io.nocode.shared.id.Ids;
import io.nocode.shared.json.Body;
import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.security.Role;
import io.nocode.shared.signal.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people do with projects. */
@ApplicationScoped
@Transactional
public class Projects {
    @Inject
    private ProjectRepository repository;

    @Inject
    private VisibleProjects visible;

    @Inject
    private ProjectDirectory directory;

    @Inject
    private Owners owners;

    @Inject
    private ProjectFigures figures;

    @Inject
    private Members members;

    @Inject
    private Access access;

    @Inject
    private Quotas quotas;

    @Inject
    private ProjectTables tables;

    @Inject
    private AuditLog audit;

    @Inject
    private Signals signals;

    @Inject
    private Event<ProjectDeleted> deleted;

    @Inject
    private Instance<StartingPoint> startingPoints;

    @Inject
    private Clock clock;

    /** The projects of the caller's organisations, and public ones. */
    public Page<ProjectView> list(@Nullable UUID organization, @Nullable ProjectStatus status, PageRequest asked) {
        Listing<Project> listing = visible.only(repository.listing(), "e.id", null)
                .where("e.status = :status", "status", status)
                .where("e.organizationId = :organization", "organization", organization)
                .search("e.name", "e.description")
                .sortBy("name", "lower(e.name)");
        if (organization != null && access.role(organization) == Role.CLIENT) {
            listing.where("1 = 0");
        }
        Page<Project> page = listing.page(asked);
        Map<UUID, String> names = owners.names(
                page.results().stream().map(Project::organizationId).collect(Collectors.toSet()));
        return page.map(project -> project.view(names.getOrDefault(project.organizationId(), ""), null));
    }

    public ProjectView create(CreateProject asked) {
        requireName(asked.name());
        requireTemplate(asked.template());
        UUID organization = owners.ofNewProject(asked.organizationId());
        quotas.requireRoom(organization, Limit.MAX_PROJECTS, () -> repository.count(organization));
        String slug = Slug.of(asked.name(), taken -> repository.isSlugTaken(organization, taken));
        Project project = new Project(Ids.next(), organization, slug, asked, CurrentUser.id(), clock.instant());
        repository.add(project);
        tables.make(project.ref());
        audit.record(organization, Deed.PROJECT_CREATED, project.id(), Map.of("name", project.name(), "slug", slug));
        if (asked.template() != null) {
            startingPoints.forEach(each -> each.fill(project.id(), asked.template()));
        }
        return project.view(owners.name(organization), null);
    }

    private void requireTemplate(@Nullable String template) {
        List<String> keys =
                startingPoints.stream().flatMap(each -> each.keys().stream()).toList();
        if (template != null && !keys.contains(template)) {
            throw CommonProblem.INVALID.at("template", "field.must_be.one_of", String.join(", ", keys));
        }
    }

    /** The people of the organisation that the project belongs to. */
    public Page<MemberView> members(UUID id, PageRequest asked) {
        ProjectRef ref = directory.require(id, Action.STUDIO_SEE);
        return members.list(ref.organizationId(), asked, null, null);
    }

    /** One project, with what it holds. */
    public ProjectView get(UUID id) {
        ProjectRef ref = directory.require(id, Action.STUDIO_SEE);
        return detail(repository.find(id).orElseThrow(CommonProblem.NOT_FOUND::because), ref);
    }

    public ProjectView put(UUID id, ProjectUpdate asked) {
        directory.require(id, Action.STUDIO_EDIT);
        return update(repository.lock(id), asked);
    }

    public ProjectView patch(UUID id, JsonNode patch) {
        directory.require(id, Action.STUDIO_EDIT);
        Project project = repository.lock(id);
        return update(project, Body.merged(project.asUpdate(), patch, ProjectUpdate.class));
    }

    /**
     * Deletes a project with its tables in every environment.
     *
     * @param confirm the project's slug, where it has rows
     */
    public void delete(UUID id, @Nullable String confirm) {
        ProjectRef ref = directory.require(id, Action.STUDIO_DELETE);
        Project project = repository.lock(id);
        Preconditions.check(() -> detail(project, ref));
        boolean wrong = confirm != null && !confirm.equals(project.slug());
        if (wrong || (confirm == null && figures.hasRows(ref))) {
            throw ProjectProblem.CONFIRM_REQUIRED.at("confirm", "field.confirm", project.slug());
        }
        deleted.fire(new ProjectDeleted(id, ref.organizationId()));
        repository.remove(project);
        tables.drop(ref.schemaName());
        audit.record(
                ref.organizationId(), Deed.PROJECT_DELETED, id, Map.of("name", project.name(), "slug", project.slug()));
        signals.send(ProjectDirectory.TOPIC, id.toString());
    }

    private ProjectView update(Project project, ProjectUpdate asked) {
        ProjectRef ref = directory.find(project.id());
        Preconditions.check(() -> detail(project, ref));
        requireName(asked.name());
        if (asked.organizationId() != null && !asked.organizationId().equals(project.organizationId())) {
            throw CommonProblem.INVALID.at("organization_id", "field.fixed");
        }
        if (asked.defaultEnvironment() != null && !asked.defaultEnvironment().equals(project.defaultEnvironment())) {
            access.require(Action.STUDIO_PUBLISH, project.organizationId());
        }
        project.describe(asked, clock.instant());
        repository.flush();
        signals.send(ProjectDirectory.TOPIC, project.id().toString());
        return detail(project, ref);
    }

    private ProjectView detail(Project project, ProjectRef ref) {
        return project.view(owners.name(project.organizationId()), figures.of(ref));
    }

    private static void requireName(String name) {
        if (name.strip().length() < 2) {
            throw CommonProblem.INVALID.at("name", "field.between", 2, 100);
        }
    }
}
