package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.audit.AuditLog;
import io.nocode.foundation.audit.Deed;
import io.nocode.foundation.plans.Limit;
import io.nocode.foundation.plans.Quotas;
import io.nocode.shared.json.Body;
import io.nocode.shared.json.Json;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.rest.Preconditions;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workflows of projects: their settings, apart from their graphs. */
@ApplicationScoped
@Transactional
public class Workflows {
    /** How many workflows a project may have. */
    static final int MOST = 50;

    @Inject
    private WorkflowRepository repository;

    @Inject
    private WorkflowViews views;

    @Inject
    private Triggers triggers;

    @Inject
    private Drafts drafts;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private AuditLog audit;

    @Inject
    private Database database;

    @Inject
    private Quotas quotas;

    @Inject
    private Clock clock;

    Page<WorkflowView> list(
            PageRequest asked,
            @Nullable UUID project,
            @Nullable WorkflowStatus status,
            @Nullable TriggerType triggerType) {
        Page<Workflow> page = repository.page(asked, project, status, triggerType);
        return new Page<>(page.count(), page.next(), page.previous(), views.list(page.results()));
    }

    WorkflowView create(CreateWorkflow asked) {
        ProjectRef project = projects.require(asked.project(), Action.WORKFLOWS_EDIT);
        Workflow workflow = added(project, asked.update());
        return views.one(workflow);
    }

    private Workflow added(ProjectRef project, WorkflowUpdate content) {
        database.first(
                Sql.of(
                        "select pg_advisory_xact_lock(hashtextextended(?, 40))::text as locked",
                        "workflows " + project.id()),
                row -> true);
        if (repository.count(project.id()) >= MOST) {
            throw WorkflowProblem.LIMIT_WORKFLOWS.because(MOST);
        }
        UUID organisation = project.organizationId();
        quotas.requireRoom(organisation, Limit.MAX_WORKFLOWS, () -> repository.countAll(organisation));
        Workflow workflow = new Workflow(project.id(), project.organizationId(), CurrentUser.id(), clock.instant());
        describe(workflow, content, null);
        repository.add(workflow);
        repository.flush();
        return workflow;
    }

    WorkflowView get(UUID id) {
        return views.one(repository.require(id, Action.WORKFLOWS_SEE));
    }

    WorkflowView replace(UUID id, WorkflowUpdate update) {
        Workflow workflow = locked(id);
        describe(workflow, update, workflow.triggerConfig());
        repository.flush();
        return views.one(workflow);
    }

    WorkflowView merge(UUID id, JsonNode patch) {
        Workflow workflow = locked(id);
        WorkflowUpdate update = Body.merged(content(workflow), patch, WorkflowUpdate.class);
        describe(workflow, update, workflow.triggerConfig());
        repository.flush();
        return views.one(workflow);
    }

    void delete(UUID id) {
        Workflow workflow = locked(id);
        repository.remove(workflow);
        record(workflow, Deed.WORKFLOW_DELETED);
    }

    WorkflowView duplicate(UUID id) {
        Workflow original = repository.require(id, Action.WORKFLOWS_EDIT);
        ProjectRef project = projects.require(original.projectId(), Action.WORKFLOWS_EDIT);
        WorkflowUpdate content = content(original);
        String name = content.name().length() > 190 ? content.name().substring(0, 190) : content.name();
        Workflow copy = added(
                project,
                new WorkflowUpdate(
                        name + " (copy)",
                        content.description(),
                        content.triggerType(),
                        content.triggerConfig(),
                        content.settings()));
        copyGraph(original, copy);
        repository.flush();
        return views.one(copy);
    }

    private void copyGraph(Workflow original, Workflow copy) {
        copy.layOut(original.layout(), clock.instant());
        Map<UUID, UUID> ids = new HashMap<>();
        for (WorkflowNode node : repository.nodes(original.id())) {
            WorkflowNode twin = new WorkflowNode(copy.id(), node.body(), clock.instant());
            ids.put(node.id(), twin.id());
            repository.add(twin);
        }
        repository.flush();
        for (WorkflowEdge edge : repository.edges(original.id())) {
            EdgeBody body = edge.body();
            UUID source = ids.get(edge.sourceNode());
            UUID target = ids.get(edge.targetNode());
            if (source != null && target != null) {
                repository.add(new WorkflowEdge(
                        copy.id(),
                        new EdgeBody(source, target, body.kind(), body.label(), body.condition(), body.style()),
                        clock.instant()));
            }
        }
    }

    ValidationView validate(UUID id) {
        return drafts.validated(repository.require(id, Action.WORKFLOWS_SEE));
    }

    Page<VersionView> versions(UUID id, PageRequest asked) {
        repository.require(id, Action.WORKFLOWS_SEE);
        return repository.versions(asked, id).map(WorkflowVersion::view);
    }

    WorkflowView activate(UUID id) {
        Workflow workflow = locked(id);
        drafts.freeze(workflow);
        repository.flush();
        record(workflow, Deed.WORKFLOW_ACTIVATED);
        return views.one(workflow);
    }

    WorkflowView deactivate(UUID id) {
        Workflow workflow = locked(id);
        workflow.deactivate(clock.instant());
        repository.flush();
        record(workflow, Deed.WORKFLOW_DEACTIVATED);
        return views.one(workflow);
    }

    private void record(Workflow workflow, Deed deed) {
        audit.record(workflow.organizationId(), deed, workflow.id(), Map.of("name", workflow.name()));
    }

    private Workflow locked(UUID id) {
        Workflow workflow = repository.requireLocked(id, Action.WORKFLOWS_EDIT);
        Preconditions.check(() -> views.one(workflow));
        return workflow;
    }

    private void describe(Workflow workflow, WorkflowUpdate update, @Nullable JsonNode configBefore) {
        Faults faults = new Faults();
        TriggerType type = update.triggerType() == null ? TriggerType.MANUAL : update.triggerType();
        JsonNode config =
                update.triggerConfig() == null || update.triggerConfig().isNull()
                        ? Json.object()
                        : update.triggerConfig();
        TriggerKind trigger = triggers.of(type);
        if (config instanceof ObjectNode) {
            trigger.check(config, "trigger_config", faults);
        } else {
            faults.add("trigger_config", "field.must_be_object");
        }
        WorkflowSettings settings = update.settings() == null ? WorkflowSettings.DEFAULTS : update.settings();
        NodeRules.checkDuration(settings.retryBackoff(), "settings.retry_backoff", faults);
        faults.throwIfAny();
        workflow.describe(
                update.name().strip(),
                update.description() == null ? "" : update.description(),
                type,
                trigger.stored(config, configBefore),
                settings,
                clock.instant());
    }

    private static WorkflowUpdate content(Workflow workflow) {
        return new WorkflowUpdate(
                workflow.name(),
                workflow.description(),
                workflow.triggerType(),
                workflow.triggerConfig(),
                workflow.settings());
    }
}
