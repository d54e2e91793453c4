package io.nocode.automation.triggers;

import io.nocode.automation.executions.StartRequest;
import io.nocode.automation.executions.Starts;
import io.nocode.automation.workflows.Definitions;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.automation.workflows.Workflow;
import io.nocode.automation.workflows.WorkflowRepository;
import io.nocode.shared.json.Json;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Begins what the clock says. The next time of each workflow stands in its row, so that restarts lose nothing. */
@ApplicationScoped
public class Schedules {
    private static final Logger LOG = Logger.getLogger(Schedules.class.getName());
    private static final int AT_ONCE = 50;
    /** The most missed times that are run afterwards. */
    private static final int MOST_MISSED = 100;

    @Inject
    private Database database;

    @Inject
    private WorkflowRepository workflows;

    @Inject
    private Definitions definitions;

    @Inject
    private Starts starts;

    /** The workflows whose time has come. */
    List<UUID> due(Instant now) {
        return database.list(
                Sql.of("select id from workflow where next_run_at <= ? order by next_run_at limit ?", now, AT_ONCE),
                row -> row.uuid("id"));
    }

    /**
     * Fires a workflow if it is still due: the row is claimed in the transaction that accepts the executions, so that
     * of several nodes one does it.
     */
    @Transactional
    public void fire(UUID id, Instant now) {
        boolean mine = database.exists(Sql.of(
                "select id from workflow where id = ? and next_run_at <= ? and status = 'ACTIVE'"
                        + " for update skip locked",
                id,
                now));
        Workflow workflow = mine ? workflows.find(id).orElse(null) : null;
        Instant planned = workflow == null ? null : workflow.nextRunAt();
        if (workflow == null || planned == null) {
            return;
        }
        CronConfig config = Json.as(definitions.active(workflow).definition().triggerConfig(), CronConfig.class);
        CronTimes times = config.times();
        List<Instant> due = times.between(planned.minusNanos(1), now, MOST_MISSED);
        workflow.fireNext(times.after(now).orElse(null));
        for (Instant time : config.whenMissed().toRun(due, now)) {
            start(workflow, time);
        }
    }

    private void start(Workflow workflow, Instant time) {
        StartRequest asked = StartRequest.of(
                TriggerType.CRON, workflow.createdBy(), Json.object().put("scheduled_at", time.toString()), false);
        if (starts.tryStart(workflow, asked).isEmpty()) {
            LOG.log(Level.INFO, "Workflow {0} was not run at {1}: its last execution is open.", new Object[] {
                workflow.id(), time
            });
        }
    }
}
