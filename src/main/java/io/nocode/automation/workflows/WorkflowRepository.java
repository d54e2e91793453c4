package io.nocode.automation.workflows;

import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Target;
import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.Caller;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where workflows and their graphs are kept; who may not see one is told that there is none. */
@ApplicationScoped
public class WorkflowRepository {
    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    @Inject
    private Access access;

    /**
     * A workflow that the caller may do this with.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND or FORBIDDEN
     */
    public Workflow require(UUID id, Action action) {
        return permitted(entities.find(Workflow.class, id), action);
    }

    /** The same, locked: whoever else wants to change it or its graph waits. */
    public Workflow requireLocked(UUID id, Action action) {
        return permitted(entities.find(Workflow.class, id, LockModeType.PESSIMISTIC_WRITE), action);
    }

    private Workflow permitted(@Nullable Workflow workflow, Action action) {
        if (workflow == null) {
            throw CommonProblem.NOT_FOUND.because();
        }
        access.require(action, Target.project(workflow.projectId(), workflow.organizationId(), false));
        return workflow;
    }

    /** A workflow, whoever asks. */
    public Optional<Workflow> find(UUID id) {
        return Optional.ofNullable(entities.find(Workflow.class, id));
    }

    /** A workflow, whoever asks, locked; another that is being locked elsewhere is passed by. */
    public Optional<Workflow> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(Workflow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The workflow to which an address was given. */
    public Optional<Workflow> byToken(String token) {
        return entities.createQuery("select e from Workflow e where e.webhookToken = :token", Workflow.class)
                .setParameter("token", token)
                .getResultStream()
                .findFirst();
    }

    Page<Workflow> page(
            PageRequest asked,
            @Nullable UUID project,
            @Nullable WorkflowStatus status,
            @Nullable TriggerType triggerType) {
        Listing<Workflow> listing = Listing.of(entities, Workflow.class)
                .where("e.projectId = :project", "project", project)
                .where("e.status = :status", "status", status)
                .where("e.triggerType = :type", "type", triggerType)
                .search("e.name", "e.description")
                .sortBy("name", "e.name")
                .sortBy("status", "e.status");
        return visible(listing, access).page(asked);
    }

    /** Keeps what belongs to organisations that the caller has a part in; the entity has organizationId and projectId. */
    public static <T> Listing<T> visible(Listing<T> listing, Access access) {
        Caller caller = CurrentUser.get();
        if (caller.isSuperuser()) {
            return listing;
        }
        Set<UUID> organisations = access.organisations();
        if (organisations.isEmpty()) {
            return listing.where("1 = 0");
        }
        if (caller instanceof Caller.ApiKey key && !key.projects().isEmpty()) {
            listing.where("e.projectId in :projects", "projects", key.projects());
        }
        return listing.where("e.organizationId in :organisations", "organisations", organisations);
    }

    /** Every workflow of a project. */
    List<Workflow> of(UUID project) {
        return entities.createQuery("select e from Workflow e where e.projectId = :project", Workflow.class)
                .setParameter("project", project)
                .getResultList();
    }

    long count(UUID project) {
        return entities.createQuery("select count(e) from Workflow e where e.projectId = :project", Long.class)
                .setParameter("project", project)
                .getSingleResult();
    }

    /** How many workflows the projects of an organisation have. */
    long countAll(UUID organisation) {
        return entities.createQuery(
                        "select count(e) from Workflow e where e.organizationId = :organisation", Long.class)
                .setParameter("organisation", organisation)
                .getSingleResult();
    }

    List<WorkflowNode> nodes(UUID workflow) {
        return entities.createQuery(
                        "select e from WorkflowNode e where e.workflowId = :workflow order by e.createdAt, e.id",
                        WorkflowNode.class)
                .setParameter("workflow", workflow)
                .getResultList();
    }

    List<WorkflowEdge> edges(UUID workflow) {
        return entities.createQuery(
                        "select e from WorkflowEdge e where e.workflowId = :workflow order by e.createdAt, e.id",
                        WorkflowEdge.class)
                .setParameter("workflow", workflow)
                .getResultList();
    }

    Page<WorkflowNode> nodePage(PageRequest asked, UUID workflow) {
        return Listing.of(entities, WorkflowNode.class)
                .where("e.workflowId = :workflow", "workflow", workflow)
                .search("e.name")
                .sortBy("name", "e.name")
                .defaultSort("e.createdAt asc")
                .page(asked);
    }

    Page<WorkflowEdge> edgePage(PageRequest asked, UUID workflow) {
        return Listing.of(entities, WorkflowEdge.class)
                .where("e.workflowId = :workflow", "workflow", workflow)
                .search("e.label")
                .defaultSort("e.createdAt asc")
                .page(asked);
    }

    WorkflowNode node(UUID workflow, UUID id) {
        WorkflowNode node = entities.find(WorkflowNode.class, id);
        if (node == null || !node.workflowId().equals(workflow)) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return node;
    }

    WorkflowEdge edge(UUID workflow, UUID id) {
        WorkflowEdge edge = entities.find(WorkflowEdge.class, id);
        if (edge == null || !edge.workflowId().equals(workflow)) {
            throw CommonProblem.NOT_FOUND.because();
        }
        return edge;
    }

    Page<WorkflowVersion> versions(PageRequest asked, UUID workflow) {
        return Listing.of(entities, WorkflowVersion.class)
                .where("e.workflowId = :workflow", "workflow", workflow)
                .sortBy("number", "e.number")
                .defaultSort("e.number desc")
                .page(asked);
    }

    Optional<WorkflowVersion> version(UUID workflow, int number) {
        return entities.createQuery(
                        "select e from WorkflowVersion e where e.workflowId = :workflow and e.number = :number",
                        WorkflowVersion.class)
                .setParameter("workflow", workflow)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    Optional<WorkflowVersion> latestVersion(UUID workflow) {
        return entities.createQuery(
                        "select e from WorkflowVersion e where e.workflowId = :workflow order by e.number desc",
                        WorkflowVersion.class)
                .setParameter("workflow", workflow)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<WorkflowVersion> version(UUID id) {
        return Optional.ofNullable(entities.find(WorkflowVersion.class, id));
    }

    void add(Object entity) {
        entities.persist(entity);
    }

    void remove(Object entity) {
        entities.remove(entity);
    }

    void flush() {
        entities.flush();
    }
}
