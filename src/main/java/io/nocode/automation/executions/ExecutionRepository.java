package io.nocode.automation.executions;

import io.nocode.automation.engine.ExecutionStatus;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.automation.workflows.WorkflowRepository;
import io.nocode.foundation.access.Access;
import io.nocode.shared.page.Listing;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where executions are kept, with their steps and logs. */
@ApplicationScoped
class ExecutionRepository {
    static final Set<ExecutionStatus> OPEN =
            Set.of(ExecutionStatus.QUEUED, ExecutionStatus.RUNNING, ExecutionStatus.WAITING);

    @PersistenceContext(unitName = "nocode")
    private EntityManager entities;

    @Inject
    private Access access;

    /** What a list is narrowed to. */
    record Filter(
            @Nullable UUID workflow,
            @Nullable UUID project,
            @Nullable ExecutionStatus status,
            @Nullable TriggerType triggerType,
            @Nullable Instant from,
            @Nullable Instant to) {}

    Optional<Execution> find(UUID id) {
        return Optional.ofNullable(entities.find(Execution.class, id));
    }

    /** An execution, locked: its steps are recorded one after the other. */
    Optional<Execution> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(Execution.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Page<Execution> page(PageRequest asked, Filter filter) {
        Listing<Execution> listing = Listing.of(entities, Execution.class)
                .where("e.workflowId = :workflow", "workflow", filter.workflow())
                .where("e.projectId = :project", "project", filter.project())
                .where("e.status = :status", "status", filter.status())
                .where("e.triggerType = :type", "type", filter.triggerType())
                .where("e.createdAt >= :from", "from", filter.from())
                .where("e.createdAt < :to", "to", filter.to())
                .sortBy("started_at", "e.startedAt")
                .sortBy("completed_at", "e.completedAt")
                .sortBy("status", "e.status");
        return WorkflowRepository.visible(listing, access).page(asked);
    }

    List<Execution> open(UUID workflow) {
        return entities.createQuery(
                        "select e from Execution e where e.workflowId = :workflow and e.status in :open"
                                + " order by e.createdAt, e.id",
                        Execution.class)
                .setParameter("workflow", workflow)
                .setParameter("open", OPEN)
                .getResultList();
    }

    List<UUID> overdue(Instant now, int most) {
        return entities.createQuery(
                        "select e.id from Execution e where e.status in :open and e.deadlineAt <= :now"
                                + " order by e.deadlineAt",
                        UUID.class)
                .setParameter("open", OPEN)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Every step, in the order in which they came about. */
    List<ExecutionStep> steps(UUID execution) {
        return entities.createQuery(
                        "select e from ExecutionStep e where e.executionId = :execution order by e.createdAt, e.id",
                        ExecutionStep.class)
                .setParameter("execution", execution)
                .getResultList();
    }

    Page<LogLine> logs(PageRequest asked, UUID execution, @Nullable String level) {
        return Listing.of(entities, LogLine.class)
                .where("e.executionId = :execution", "execution", execution)
                .where("e.level = :level", "level", level)
                .search("e.message", "e.nodeName")
                .defaultSort("e.createdAt asc")
                .page(asked);
    }

    void add(Object entity) {
        entities.persist(entity);
    }
}
