package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.ExecutionStatus;
import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.StepStatus;
import io.nocode.automation.workflows.Concurrency;
import io.nocode.automation.workflows.Definitions;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.signal.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends executions, and tells those who wait for it. */
@ApplicationScoped
@Transactional
public class Endings {
    private static final int AT_ONCE = 100;

    @Inject
    private ExecutionRepository repository;

    @Inject
    private Definitions definitions;

    @Inject
    private Outbox outbox;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    /** Ends an execution without success, unless it has ended: what is open is skipped, what runs is not recorded. */
    boolean end(UUID id, ExecutionStatus how, Failure why) {
        Execution execution = repository.findLocked(id).orElse(null);
        if (execution == null || execution.status().isFinal()) {
            return false;
        }
        end(execution, how, why, null);
        return true;
    }

    /** The same for one that is locked already. */
    void end(Execution execution, ExecutionStatus how, Failure why, @Nullable String node) {
        Instant now = clock.instant();
        for (ExecutionStep step : repository.steps(execution.id())) {
            if (step.status() == StepStatus.RUNNING) {
                step.fail(Failure.lasting("EXECUTION_ENDED", "The execution ended while this ran."), now);
            } else if (!step.status().isFinal()) {
                step.skip(now);
            }
        }
        execution.end(how, why, node, now);
        repository.add(new LogLine(execution.id(), null, node, "error", why.message(), now));
        tell(execution);
    }

    void complete(Execution execution, JsonNode output) {
        execution.complete(output, clock.instant());
        tell(execution);
    }

    /** Ends what has taken longer than it may. */
    public void endOverdue() {
        Failure why = Failure.lasting("TIMED_OUT", "The execution took longer than its settings allow.");
        repository.overdue(clock.instant(), AT_ONCE).forEach(id -> end(id, ExecutionStatus.TIMED_OUT, why));
    }

    private void tell(Execution execution) {
        if (execution.isAwaited()) {
            signals.send(Awaiting.TOPIC, execution.id().toString());
        }
        Concurrency concurrency = definitions
                .version(execution.versionId())
                .definition()
                .settings()
                .whenOpen();
        if (concurrency == Concurrency.QUEUE) {
            outbox.put(Starts.TURN, Map.of("workflow", execution.workflowId()));
        }
    }
}
