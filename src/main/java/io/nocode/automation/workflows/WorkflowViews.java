package io.nocode.automation.workflows;

import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Row;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Workflows with what is counted of them. */
@ApplicationScoped
class WorkflowViews {
    private static final int NEXT_RUNS = 5;
    private static final String COUNTS = "select w.id,"
            + " (select count(*) from workflow_node n where n.workflow_id = w.id) as nodes,"
            + " (select count(*) from workflow_edge d where d.workflow_id = w.id) as edges,"
            + " count(e.id) as total,"
            + " count(e.id) filter (where e.status = 'COMPLETED') as completed,"
            + " count(e.id) filter (where e.status in ('FAILED', 'TIMED_OUT')) as failed,"
            + " count(e.id) filter (where e.status in ('QUEUED', 'RUNNING', 'WAITING')) as open,"
            + " max(e.created_at) as last_executed";
    private static final String FROM = " from workflow w left join workflow_execution e on e.workflow_id = w.id"
            + " where w.id = any (?) group by w.id";
    private static final String DURATION = "extract(epoch from e.completed_at - e.started_at)";

    @Inject
    private Database database;

    @Inject
    private Triggers triggers;

    @Inject
    private Clock clock;

    private record Counts(
            long nodes,
            long edges,
            long total,
            long completed,
            long failed,
            long open,
            @Nullable Instant last,
            @Nullable BigDecimal average,
            @Nullable BigDecimal p95) {
        static Counts read(Row row, boolean durations) {
            return new Counts(
                    row.number("nodes"),
                    row.number("edges"),
                    row.number("total"),
                    row.number("completed"),
                    row.number("failed"),
                    row.number("open"),
                    row.instantOrNull("last_executed"),
                    durations ? row.decimalOrNull("average") : null,
                    durations ? row.decimalOrNull("p95") : null);
        }

        @Nullable
        BigDecimal successRate() {
            return completed + failed == 0
                    ? null
                    : BigDecimal.valueOf(100 * completed)
                            .divide(BigDecimal.valueOf(completed + failed), 1, RoundingMode.HALF_UP);
        }
    }

    List<WorkflowView> list(List<Workflow> workflows) {
        if (workflows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = workflows.stream().map(Workflow::id).toList();
        Map<UUID, Counts> counts =
                database
                        .list(Sql.of(COUNTS + FROM, ids), row -> Map.entry(row.uuid("id"), Counts.read(row, false)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<WorkflowView> views = new ArrayList<>();
        for (Workflow workflow : workflows) {
            Counts counted = counts.get(workflow.id());
            if (counted != null) {
                views.add(view(workflow, counted, null));
            }
        }
        return views;
    }

    /** One workflow with its statistics. */
    WorkflowView one(Workflow workflow) {
        Counts counts = database.first(
                        Sql.of(
                                COUNTS + ", round((avg(" + DURATION
                                        + ") filter (where e.status = 'COMPLETED'))::numeric, 3)"
                                        + " as average, round((percentile_cont(0.95) within group (order by "
                                        + DURATION + ") filter (where e.status = 'COMPLETED'))::numeric, 3) as p95"
                                        + FROM,
                                List.of(workflow.id())),
                        row -> Counts.read(row, true))
                .orElseThrow();
        return view(
                workflow,
                counts,
                new WorkflowStatistics(
                        counts.total(),
                        counts.completed(),
                        counts.failed(),
                        counts.open(),
                        counts.average(),
                        counts.p95()));
    }

    private WorkflowView view(Workflow workflow, Counts counts, @Nullable WorkflowStatistics statistics) {
        TriggerKind trigger = triggers.of(workflow.triggerType());
        List<Instant> next = trigger.next(workflow.triggerConfig(), clock.instant(), NEXT_RUNS);
        String token = workflow.webhookToken();
        return new WorkflowView(
                workflow.id(),
                workflow.name(),
                workflow.description(),
                workflow.projectId(),
                workflow.organizationId(),
                workflow.triggerType(),
                trigger.shown(workflow.triggerConfig()),
                workflow.settings(),
                workflow.status(),
                workflow.activeVersion().orElse(null),
                counts.nodes(),
                counts.edges(),
                counts.total(),
                counts.successRate(),
                counts.last(),
                next.isEmpty() ? null : next,
                token == null ? null : RequestContext.url("/api/v1/automation/webhooks/" + token + "/"),
                statistics,
                workflow.createdBy(),
                workflow.createdAt(),
                workflow.updatedAt());
    }
}
