package io.nocode.automation.executions;

import io.nocode.automation.engine.ExecutionStatus;
import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.Flow;
import io.nocode.automation.workflows.Concurrency;
import io.nocode.automation.workflows.Definitions;
import io.nocode.automation.workflows.Workflow;
import io.nocode.automation.workflows.WorkflowRepository;
import io.nocode.shared.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Accepts executions, in the transaction of what causes them: once that has committed, they will be run. */
@ApplicationScoped
@Transactional
public class Starts {
    /** The kind of the outbox entry that asks whether a queued execution may begin. */
    static final String TURN = "workflow-turn";

    @Inject
    private ExecutionRepository repository;

    @Inject
    private WorkflowRepository workflows;

    @Inject
    private Definitions definitions;

    @Inject
    private Endings endings;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /**
     * Accepts an execution of the workflow's active version.
     *
     * @return its id
     * @throws io.nocode.shared.problem.Problem WORKFLOW_NOT_ACTIVE, EXECUTION_OPEN
     */
    public UUID start(Workflow workflow, StartRequest asked) {
        return tryStart(workflow, asked).orElseThrow(ExecutionProblem.EXECUTION_OPEN::because);
    }

    /** The same; empty where the workflow's executions do not overlap, and one is open. */
    public Optional<UUID> tryStart(Workflow workflow, StartRequest asked) {
        return begin(workflow, definitions.active(workflow), asked, List.of()).map(Execution::id);
    }

    /** Accepts an execution of a version in which some steps are finished already. */
    Optional<Execution> begin(
            Workflow workflow, Definitions.Frozen version, StartRequest asked, List<ExecutionStep> finished) {
        Concurrency concurrency = version.definition().settings().whenOpen();
        List<Execution> open = concurrency == Concurrency.ALLOW ? List.of() : open(workflow);
        if (concurrency == Concurrency.SKIP && !open.isEmpty()) {
            return Optional.empty();
        }
        if (concurrency == Concurrency.REPLACE) {
            replace(open);
        }
        boolean mayBegin = concurrency != Concurrency.QUEUE || open.isEmpty();
        Instant now = clock.instant();
        Execution execution = new Execution(workflow, version, asked, now);
        repository.add(execution);
        for (ExecutionStep step : finished) {
            repository.add(step.takenOver(execution.id(), now));
        }
        if (mayBegin) {
            putFirstSteps(execution, version, finished);
        }
        return Optional.of(execution);
    }

    /** The open executions of a workflow; whoever else wants to begin one waits. */
    private List<Execution> open(Workflow workflow) {
        workflows.findLocked(workflow.id());
        return repository.open(workflow.id());
    }

    private void replace(List<Execution> open) {
        Failure why = Failure.lasting("REPLACED", "A newer execution took its place.");
        open.forEach(execution -> endings.end(execution.id(), ExecutionStatus.CANCELLED, why));
    }

    /** Lets the oldest execution that waits for its turn begin, unless another of the workflow is at work. */
    void nextTurn(UUID workflowId) {
        if (workflows.findLocked(workflowId).isEmpty()) {
            return;
        }
        for (Execution execution : repository.open(workflowId)) {
            List<ExecutionStep> steps = repository.steps(execution.id());
            if (steps.stream().anyMatch(step -> !step.status().isFinal())) {
                return;
            }
            putFirstSteps(execution, definitions.version(execution.versionId()), steps);
            return;
        }
    }

    private void putFirstSteps(Execution execution, Definitions.Frozen version, List<ExecutionStep> finished) {
        Map<UUID, Set<UUID>> settled = settled(finished);
        Flow.start(version.graph(), settled).forEach(node -> putStep(execution, version, node, 1, clock.instant()));
    }

    /** Adds a step, and asks for it to be run when it is due. */
    void putStep(Execution execution, Definitions.Frozen version, UUID node, int attempt, Instant dueAt) {
        String name = version.graph().node(node).orElseThrow().name();
        repository.add(new ExecutionStep(execution.id(), node, name, attempt, dueAt, clock.instant()));
        StepTask task = new StepTask(execution.id(), node, attempt, false);
        outbox.put(StepTask.KIND, task, task.key(), dueAt);
    }

    static Map<UUID, Set<UUID>> settled(List<ExecutionStep> steps) {
        return steps.stream()
                .filter(step -> step.taken().isPresent())
                .collect(Collectors.toMap(
                        ExecutionStep::nodeId, step -> step.taken().orElseThrow(), (first, later) -> later));
    }
}
