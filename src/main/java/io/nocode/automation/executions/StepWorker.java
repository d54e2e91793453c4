package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.node.NullNode;
import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.Outcome;
import io.nocode.automation.expressions.EvaluationFault;
import io.nocode.automation.nodes.NodeKind;
import io.nocode.automation.nodes.NodeKinds;
import io.nocode.automation.nodes.NodeRun;
import io.nocode.shared.json.Json;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import io.nocode.shared.problem.Fault;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.sql.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Runs the steps that are due: at least once each, and recorded once. A node acts with no transaction open, unless its
 * act is the database's own, which then goes into the transaction that records it.
 */
@ApplicationScoped
class StepWorker implements OutboxHandler {
    private static final Logger LOG = Logger.getLogger(StepWorker.class.getName());

    @Inject
    private StepRecorder recorder;

    @Inject
    private NodeKinds kinds;

    @Override
    public String kind() {
        return StepTask.KIND;
    }

    /** Never given up: what a node fails of is recorded, and what is not recorded is a fault of ours that passes. */
    @Override
    public Optional<Duration> retryAfter(int failures) {
        return Optional.of(pause(failures));
    }

    static Duration pause(int failures) {
        return Duration.ofSeconds(Math.min(60, 1L << Math.min(failures, 6)));
    }

    @Override
    public void handle(OutboxEntry entry) {
        StepTask task = Json.as(entry.payload(), StepTask.class);
        Optional<BegunStep> begun = recorder.begin(task);
        begun.ifPresent(step -> CurrentUser.as(step.actsAs(), () -> {
            work(entry, step);
            return null;
        }));
    }

    private void work(OutboxEntry entry, BegunStep step) {
        NodeRun run = step.run();
        NodeKind kind = kinds.find(step.node().nodeType(), step.node().action()).orElse(null);
        if (kind == null) {
            Failure gone = Failure.lasting("CONFIG", "There is no such node type any more.");
            recorder.record(entry, step, run, new Outcome.Failed(gone));
            return;
        }
        try {
            run.fill(kind.config());
        } catch (EvaluationFault fault) {
            recorder.record(entry, step, run, new Outcome.Failed(of(fault)));
            return;
        }
        if (!kind.actsWhileRecording()) {
            recorder.record(entry, step, run, outcome(kind, run));
            return;
        }
        try {
            recorder.actAndRecord(entry, step, run, kind);
        } catch (RuntimeException undone) {
            recorder.record(entry, step, run, new Outcome.Failed(failure(undone)));
        }
    }

    private static Outcome outcome(NodeKind kind, NodeRun run) {
        try {
            return kind.run(run);
        } catch (EvaluationFault fault) {
            return new Outcome.Failed(of(fault));
        } catch (RuntimeException broken) {
            return new Outcome.Failed(failure(broken));
        }
    }

    private static Failure of(EvaluationFault fault) {
        return Failure.lasting("EXPRESSION", String.valueOf(fault.getMessage()));
    }

    /** What an exception means for the workflow: refusals last, faults that may pass do not. */
    private static Failure failure(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                int status = problem.reason().status();
                boolean mayPass = status == 408 || status == 425 || status == 429 || status >= 500;
                return new Failure(problem.reason().name(), sentence(problem), mayPass);
            }
        }
        Optional<DatabaseFault> fault = DatabaseFault.in(thrown);
        if (fault.isPresent() && fault.get().isUnavailable()) {
            // Nothing can be recorded either: the outbox tries again.
            throw thrown;
        }
        if (fault.isPresent() && fault.get().state().startsWith("40")) {
            return Failure.passing("SERIALISATION", "Another change of the same rows was faster.");
        }
        if (fault.isPresent() && fault.get().state().equals("57014")) {
            return Failure.passing("TIMEOUT", "The step took longer than it may.");
        }
        LOG.log(Level.SEVERE, "A node failed in a way that it should not.", thrown);
        return Failure.lasting("INTERNAL", "Something went wrong on our side.");
    }

    private static String sentence(Problem problem) {
        String sentence =
                Messages.text(Locale.ENGLISH, "problem." + problem.reason().name(), problem.words());
        String fields =
                problem.details().entrySet().stream().map(StepWorker::detail).collect(Collectors.joining(" "));
        return fields.isEmpty() ? sentence : sentence + " " + fields;
    }

    private static String detail(Map.Entry<String, ?> detail) {
        String told = detail.getValue() instanceof Fault fault
                ? Messages.text(Locale.ENGLISH, fault.key(), fault.words())
                : String.valueOf(detail.getValue());
        return detail.getKey() + ": " + told;
    }

    /** What stands for no output. */
    static NullNode nothing() {
        return NullNode.getInstance();
    }
}
