package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.StepStatus;
import io.nocode.automation.expressions.EvaluationFault;
import io.nocode.automation.nodes.NodeKind;
import io.nocode.automation.nodes.NodeRun;
import io.nocode.automation.workflows.Definitions;
import io.nocode.automation.workflows.GraphNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.sql.Database;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.projects.ProjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The transactions around a step: one before it acts, one that records what became of it. */
@ApplicationScoped
@Transactional
public class StepRecorder {
    @Inject
    private ExecutionRepository repository;

    @Inject
    private Definitions definitions;

    @Inject
    private Settlement settlement;

    @Inject
    private Actors actors;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Outbox outbox;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Marks a step as running and gathers what it needs; empty where it is not to be run any more. */
    Optional<BegunStep> begin(StepTask task) {
        Execution execution = repository.findLocked(task.execution()).orElse(null);
        if (execution == null || execution.status().isFinal()) {
            return Optional.empty();
        }
        List<ExecutionStep> steps = repository.steps(execution.id());
        ExecutionStep step = find(steps, task);
        boolean waitsForThis = step != null && step.status() == StepStatus.WAITING && !task.resumed();
        if (step == null || step.status().isFinal() || waitsForThis) {
            return Optional.empty();
        }
        step.begin(clock.instant());
        execution.begin(clock.instant());
        Definitions.Frozen version = definitions.version(execution.versionId());
        GraphNode node = version.definition().node(task.node()).orElseThrow();
        ProjectRef project = projects.find(execution.projectId());
        return Optional.of(new BegunStep(
                task,
                version,
                node,
                execution.projectId(),
                execution.inputData(),
                outputs(steps),
                execution.vars(),
                actors.describe(execution.actsAs()),
                Json.object()
                        .put("id", project.id().toString())
                        .put("name", project.name())
                        .put("slug", project.slug()),
                actors.caller(execution.actsAs()),
                clock.instant()));
    }

    private static ObjectNode outputs(List<ExecutionStep> steps) {
        ObjectNode outputs = Json.object();
        for (ExecutionStep step : steps) {
            JsonNode output = step.outputData();
            JsonNode error = step.error();
            if (step.status() == StepStatus.COMPLETED) {
                outputs.set(step.nodeName(), BegunStep.output(output == null ? StepWorker.nothing() : output));
            } else if (step.status() == StepStatus.FAILED && error != null) {
                outputs.set(
                        step.nodeName(), BegunStep.output(StepWorker.nothing()).set("error", error));
            }
        }
        return outputs;
    }

    /** Records what became of a step, with what follows, and ends its entry: all of it or nothing. */
    void record(OutboxEntry entry, BegunStep begun, NodeRun run, Outcome outcome) {
        Execution execution = repository.findLocked(begun.task().execution()).orElse(null);
        if (execution != null && !execution.status().isFinal()) {
            ExecutionStep step = find(repository.steps(execution.id()), begun.task());
            if (step != null && step.status() == StepStatus.RUNNING) {
                settlement.settle(execution, step, begun, run, outcome);
            }
        }
        outbox.done(entry);
    }

    /** Acts in the transaction that records the act, so that it happens once; what it throws undoes both. */
    void actAndRecord(OutboxEntry entry, BegunStep begun, NodeRun run, NodeKind kind) {
        Execution execution = repository.findLocked(begun.task().execution()).orElse(null);
        ExecutionStep step = execution == null || execution.status().isFinal()
                ? null
                : find(repository.steps(execution.id()), begun.task());
        if (execution != null && step != null && step.status() == StepStatus.RUNNING) {
            if (begun.node().timeout() != null) {
                long millis = Math.max(1, begun.node().timeout().toMillis());
                database.execute(List.of("set local statement_timeout = " + millis));
            }
            Outcome outcome;
            try {
                outcome = kind.run(run);
            } catch (EvaluationFault fault) {
                throw new IllegalStateException(fault);
            }
            settlement.settle(execution, step, begun, run, outcome);
        }
        outbox.done(entry);
    }

    private static @org.jspecify.annotations.Nullable ExecutionStep find(List<ExecutionStep> steps, StepTask task) {
        UUID node = task.node();
        return steps.stream()
                .filter(step -> step.nodeId().equals(node) && step.attempt() == task.attempt())
                .findFirst()
                .orElse(null);
    }
}
