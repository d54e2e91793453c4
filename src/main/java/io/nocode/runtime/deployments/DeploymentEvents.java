package io.nocode.runtime.deployments;

import io.nocode.foundation.access.Action;
import io.nocode.runtime.apps.Apps;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.events.ServerEvent;
import io.nocode.shared.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What those who follow a deployment are told: the beginning and the end of each step, and the end of the whole. All of
 * it is read from what is stored, so that whoever comes late or comes back misses nothing.
 */
@ApplicationScoped
@Transactional
class DeploymentEvents {
    /** The topic of the signal, with a deployment's id, that it has moved. */
    static final String TOPIC = "deployment";

    @Inject
    private DeploymentRepository repository;

    @Inject
    private Apps apps;

    /**
     * Goes on only for who may see the deployment.
     *
     * @throws io.nocode.shared.problem.Problem NOT_FOUND, FORBIDDEN
     */
    void authorise(UUID id) {
        apps.find(find(id).appId(), Action.APPS_SEE);
    }

    /** What comes after an event, in order. */
    List<ServerEvent> after(UUID id, int last) {
        Deployment deployment = find(id);
        List<ServerEvent> events = new ArrayList<>();
        int number = 0;
        for (DeploymentStep step : deployment.steps()) {
            StepView view = StepView.of(step);
            add(events, ++number, last, "step_started", view, step.startedAt() != null);
            add(
                    events,
                    ++number,
                    last,
                    "step_ended",
                    view,
                    step.startedAt() != null && step.status().isFinal());
        }
        JobStatus status = deployment.status();
        add(events, ++number, last, "ended", DeploymentView.of(deployment), status.isFinal());
        return events;
    }

    boolean isOver(UUID id) {
        return repository.find(id).map(found -> found.status().isFinal()).orElse(true);
    }

    private static void add(
            List<ServerEvent> events, int number, int last, String name, Object data, boolean hasHappened) {
        if (hasHappened && number > last) {
            events.add(ServerEvent.of(String.valueOf(number), name, data));
        }
    }

    private Deployment find(UUID id) {
        return repository.find(id).orElseThrow(CommonProblem.NOT_FOUND::because);
    }
}
