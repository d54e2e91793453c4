package io.nocode.automation.executions;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.engine.ExecutionStatus;
import io.nocode.automation.engine.Failure;
import io.nocode.automation.engine.Graph;
import io.nocode.automation.engine.StepStatus;
import io.nocode.automation.workflows.Definitions;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.automation.workflows.Workflow;
import io.nocode.automation.workflows.WorkflowRepository;
import io.nocode.foundation.access.Access;
import io.nocode.foundation.access.Action;
import io.nocode.foundation.access.Target;
import io.nocode.shared.json.Json;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageRequest;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Executions as their callers use them. */
@ApplicationScoped
@Transactional
public class Executions {
    @Inject
    private ExecutionRepository repository;

    @Inject
    private WorkflowRepository workflows;

    @Inject
    private Definitions definitions;

    @Inject
    private Starts starts;

    @Inject
    private Endings endings;

    @Inject
    private Access access;

    ExecutionOutcome execute(UUID workflowId, ExecuteWorkflow asked) {
        Workflow workflow = workflows.require(workflowId, Action.WORKFLOWS_RUN);
        TriggerType how = workflow.triggerType() == TriggerType.MANUAL ? TriggerType.MANUAL : TriggerType.API_CALL;
        StartRequest request = StartRequest.of(how, CurrentUser.id(), asked.input(), asked.seconds() > 0);
        return outcome(starts.start(workflow, request));
    }

    ExecutionOutcome outcome(UUID id) {
        return ExecutionOutcome.of(view(repository.find(id).orElseThrow(CommonProblem.NOT_FOUND::because)));
    }

    boolean hasEnded(UUID id) {
        return repository
                .find(id)
                .map(execution -> execution.status().isFinal())
                .orElse(true);
    }

    Page<ExecutionSummary> list(PageRequest asked, ExecutionRepository.Filter filter) {
        return repository.page(asked, filter).map(ExecutionSummary::of);
    }

    ExecutionView get(UUID id) {
        return view(permitted(repository.find(id).orElse(null), Action.WORKFLOWS_SEE));
    }

    Page<LogView> logs(UUID id, PageRequest asked, @Nullable String level) {
        permitted(repository.find(id).orElse(null), Action.WORKFLOWS_SEE);
        return repository.logs(asked, id, level).map(LogLine::view);
    }

    ExecutionView cancel(UUID id) {
        Execution execution = ownOrManaged(repository.findLocked(id).orElse(null));
        if (execution.status().isFinal()) {
            throw ExecutionProblem.EXECUTION_ENDED.because();
        }
        Failure why = Failure.lasting("CANCELLED", "The execution was cancelled.");
        endings.end(execution, ExecutionStatus.CANCELLED, why, null);
        return view(execution);
    }

    ExecutionOutcome retry(UUID id, RetryExecution asked) {
        Execution failed = ownOrManaged(repository.find(id).orElse(null));
        if (!failed.status().isFinal()) {
            throw ExecutionProblem.EXECUTION_NOT_ENDED.because();
        }
        Workflow workflow = workflows.require(failed.workflowId(), Action.WORKFLOWS_RUN);
        Definitions.Frozen version = definitions.version(failed.versionId());
        List<ExecutionStep> steps = repository.steps(id);
        Set<UUID> again = again(version.graph(), steps, asked);
        List<ExecutionStep> finished = steps.stream()
                .filter(step -> step.taken().isPresent())
                .filter(Predicate.not(step -> again.contains(step.nodeId())))
                .toList();
        JsonNode input = asked.inputData() == null ? failed.inputData() : input(asked.inputData());
        StartRequest request = new StartRequest(
                failed.triggerType(),
                CurrentUser.id(),
                input,
                finished.isEmpty() ? Json.object() : failed.vars(),
                failed.id(),
                false);
        return outcome(starts.begin(workflow, version, request, finished)
                .orElseThrow(ExecutionProblem.EXECUTION_OPEN::because)
                .id());
    }

    /** The nodes whose steps are not taken over: those to begin with, and all that lies behind them. */
    private static Set<UUID> again(Graph graph, List<ExecutionStep> steps, RetryExecution asked) {
        Set<UUID> from;
        if (asked.fromNode() != null) {
            from = Set.of(graph.node(asked.fromNode())
                    .orElseThrow(() -> CommonProblem.INVALID.at("from_node", "field.no_such_node"))
                    .id());
        } else if (asked.inputData() != null) {
            from = graph.trigger().map(trigger -> Set.of(trigger.id())).orElse(Set.of());
        } else {
            from = steps.stream()
                    .filter(step -> step.taken().isEmpty() && step.status() == StepStatus.FAILED)
                    .map(ExecutionStep::nodeId)
                    .collect(Collectors.toSet());
            if (from.isEmpty() && steps.stream().allMatch(step -> step.taken().isPresent())) {
                from = graph.trigger().map(trigger -> Set.of(trigger.id())).orElse(Set.of());
            }
        }
        Set<UUID> again = new HashSet<>();
        from.forEach(node -> again.addAll(graph.reachable(node)));
        return again;
    }

    private static JsonNode input(@Nullable JsonNode input) {
        if (input == null || input.isNull()) {
            return Json.object();
        }
        if (!input.isObject()) {
            throw CommonProblem.INVALID.at("input_data", "field.must_be_object");
        }
        return input;
    }

    private ExecutionView view(Execution execution) {
        int version = definitions.version(execution.versionId()).number();
        return ExecutionView.of(execution, version, repository.steps(execution.id()));
    }

    private Execution permitted(@Nullable Execution execution, Action action) {
        if (execution == null) {
            throw CommonProblem.NOT_FOUND.because();
        }
        access.require(action, Target.project(execution.projectId(), execution.organizationId(), false));
        return execution;
    }

    private Execution ownOrManaged(@Nullable Execution execution) {
        Execution found = permitted(execution, Action.WORKFLOWS_RUN);
        return found.actsAs().equals(CurrentUser.id()) ? found : permitted(found, Action.EXECUTIONS_MANAGE);
    }
}
