package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.engine.Edge;
import io.nocode.automation.engine.ExecutionStatus;
import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.Flow;
import io.nocode.automation.engine.OnError;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.engine.Port;
import io.nocode.automation.engine.RetryPolicy;
import io.nocode.automation.engine.StepStatus;
import io.nocode.automation.expressions.EvaluationFault;
import io.nocode.automation.nodes.NodeRun;
import io.nocode.shared.json.Json;
import io.nocode.shared.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Writes down what became of a step and what follows; the execution is locked, a transaction is open. */
@ApplicationScoped
class Settlement {
    /** The largest output of a step, in characters of JSON. */
    private static final int MOST_OUTPUT = 1 << 20;
    /** A failure that no retry and no edge can mend: the workflow's author asked for the end. */
    private static final String ASKED_FOR = "WORKFLOW_ERROR";

    @Inject
    private ExecutionRepository repository;

    @Inject
    private Starts starts;

    @Inject
    private Endings endings;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    void settle(Execution execution, ExecutionStep step, BegunStep begun, NodeRun run, Outcome outcome) {
        Instant now = clock.instant();
        step.given(run.isFilled() ? run.given() : Json.object());
        for (NodeRun.Line line : run.lines()) {
            repository.add(
                    new LogLine(execution.id(), step.nodeId(), step.nodeName(), line.level(), line.message(), now));
        }
        execution.remember(run.variables(), now);
        if (outcome instanceof Outcome.Completed completed) {
            completed(execution, step, begun, run, completed);
        } else if (outcome instanceof Outcome.Waiting waiting) {
            step.await(waiting.until(), now);
            StepTask resumed = new StepTask(execution.id(), step.nodeId(), step.attempt(), true);
            outbox.put(StepTask.KIND, resumed, resumed.key(), waiting.until());
            finishIfDone(execution, begun);
        } else if (outcome instanceof Outcome.Failed failed) {
            failed(execution, step, begun, run, failed.failure());
        }
    }

    private void completed(
            Execution execution, ExecutionStep step, BegunStep begun, NodeRun run, Outcome.Completed completed) {
        JsonNode output = completed.output();
        if (output.toString().length() > MOST_OUTPUT) {
            Failure tooLarge = Failure.lasting("OUTPUT_TOO_LARGE", "The output is larger than a step's may be.");
            failed(execution, step, begun, run, tooLarge);
            return;
        }
        Set<UUID> taken;
        try {
            taken = begun.holding(edges(begun, step, completed.port()), output, run.variables());
        } catch (EvaluationFault fault) {
            failed(execution, step, begun, run, Failure.lasting("EXPRESSION", String.valueOf(fault.getMessage())));
            return;
        }
        step.complete(output, taken, clock.instant());
        goOn(execution, step, begun, taken);
    }

    private void failed(Execution execution, ExecutionStep step, BegunStep begun, NodeRun run, Failure failure) {
        Instant now = clock.instant();
        step.fail(failure, now);
        repository.add(new LogLine(execution.id(), step.nodeId(), step.nodeName(), "error", failure.message(), now));
        RetryPolicy retry =
                begun.node().retryOr(begun.version().definition().settings().retry());
        if (failure.mayPass() && retry.allowsAnother(step.attempt())) {
            double chance = ThreadLocalRandom.current().nextDouble();
            Instant due = now.plus(retry.wait(step.attempt(), chance));
            starts.putStep(execution, begun.version(), step.nodeId(), step.attempt() + 1, due);
            return;
        }
        OnError onError =
                begun.node().onError() == null ? OnError.FAIL : begun.node().onError();
        List<Edge> edges = edges(begun, step, onError == OnError.ROUTE ? Port.ERROR : Port.DEFAULT);
        boolean ends = onError == OnError.FAIL || (onError == OnError.ROUTE && edges.isEmpty());
        if (ends || failure.code().equals(ASKED_FOR)) {
            endings.end(execution, ExecutionStatus.FAILED, failure, step.nodeName());
            return;
        }
        try {
            Set<UUID> taken = begun.holding(edges, StepWorker.nothing(), run.variables());
            step.take(taken);
            goOn(execution, step, begun, taken);
        } catch (EvaluationFault fault) {
            Failure inCondition = Failure.lasting("EXPRESSION", String.valueOf(fault.getMessage()));
            endings.end(execution, ExecutionStatus.FAILED, inCondition, step.nodeName());
        }
    }

    private static List<Edge> edges(BegunStep begun, ExecutionStep step, Port port) {
        return begun.version().graph().leaving(step.nodeId(), port);
    }

    private void goOn(Execution execution, ExecutionStep step, BegunStep begun, Set<UUID> taken) {
        Instant now = clock.instant();
        Map<UUID, Set<UUID>> settled = Starts.settled(repository.steps(execution.id()));
        settled.remove(step.nodeId());
        Flow.Next next = Flow.next(begun.version().graph(), settled, step.nodeId(), taken);
        for (UUID node : next.skipped()) {
            String name = begun.version().graph().node(node).orElseThrow().name();
            ExecutionStep skipped = new ExecutionStep(execution.id(), node, name, 1, now, now);
            skipped.skip(now);
            skipped.take(Set.of());
            repository.add(skipped);
        }
        next.ready().forEach(node -> starts.putStep(execution, begun.version(), node, 1, now));
        finishIfDone(execution, begun);
    }

    /** Completes the execution where nothing is open any more, and lets it wait where all that is open waits. */
    private void finishIfDone(Execution execution, BegunStep begun) {
        List<ExecutionStep> steps = repository.steps(execution.id());
        List<ExecutionStep> open =
                steps.stream().filter(step -> !step.status().isFinal()).toList();
        if (open.isEmpty()) {
            endings.complete(execution, output(begun, steps));
        } else if (open.stream().allMatch(step -> step.status() == StepStatus.WAITING)) {
            execution.await(clock.instant());
        }
    }

    /** What the node where the workflow ended gave; by name, where it ended in several. */
    private static JsonNode output(BegunStep begun, List<ExecutionStep> steps) {
        ObjectNode byName = Json.object();
        for (ExecutionStep step : steps) {
            JsonNode output = step.outputData();
            boolean last = step.status() == StepStatus.COMPLETED
                    && step.taken().map(Set::isEmpty).orElse(true);
            if (last && begun.version().graph().node(step.nodeId()).isPresent()) {
                byName.set(step.nodeName(), output == null ? StepWorker.nothing() : output);
            }
        }
        return byName.size() == 1 ? byName.elements().next() : byName;
    }
}
