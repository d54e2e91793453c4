package io.nocode.runtime.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.apps.AppRepository;
import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.problem.Problem;
import io.nocode.shared.signal.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the steps of a deployment are stored as they go: each move in a transaction of its own, seen at once. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DeploymentRuns {
    @Inject
    private DeploymentRepository repository;

    @Inject
    private AppRepository apps;

    @Inject
    private EarlyEnd early;

    @Inject
    private CopiesEnd copies;

    @Inject
    private Signals signals;

    @Inject
    private Clock clock;

    /** What is to be done about a step. */
    enum Turn {
        ACT,
        /** It is done already: a server died after it. */
        PASS,
        /** The deployment has ended: failed, cancelled, deleted, or live. */
        OVER
    }

    boolean isOver(UUID id) {
        return repository
                .find(id)
                .map(deployment -> deployment.status().isFinal())
                .orElse(true);
    }

    Optional<Deployment> find(UUID id) {
        return repository.find(id);
    }

    Turn begin(UUID id, StepName step) {
        Deployment deployment = repository.lock(id).orElse(null);
        if (deployment == null || deployment.status().isFinal()) {
            return Turn.OVER;
        }
        if (deployment.step(step).status() == JobStatus.SUCCEEDED) {
            return Turn.PASS;
        }
        deployment.begin(step, clock.instant());
        moved(id);
        return Turn.ACT;
    }

    void succeeded(UUID id, StepName step, JsonNode details) {
        repository
                .lock(id)
                .filter(deployment -> !deployment.status().isFinal())
                .ifPresent(deployment -> deployment.stepSucceeded(step, details, clock.instant()));
        moved(id);
    }

    /** The routes that a deployment will bring live. */
    void publish(UUID id, JsonNode content) {
        repository.lock(id).ifPresent(deployment -> deployment.publish(content));
    }

    void failed(UUID id, StepName step, Problem why) {
        String code = why.reason().name();
        String sentence = Messages.text(Locale.ENGLISH, "problem." + code, why.words());
        if (why.details().isEmpty()) {
            fail(id, step, code, sentence, null);
        } else {
            JsonNode details = Json.tree(new TreeMap<>(why.details()));
            fail(id, step, code, sentence + " " + details, details);
        }
    }

    /** Every attempt to run the job has failed. */
    void gaveUp(UUID id) {
        String code = CommonProblem.INTERNAL.name();
        fail(id, null, code, "The deployment could not be brought to its end. What was live before still is.", null);
    }

    private void fail(UUID id, @Nullable StepName step, String code, String why, @Nullable JsonNode details) {
        Deployment seen = repository.find(id).orElse(null);
        if (seen == null) {
            return;
        }
        // The application first, as everywhere: two who lock in two orders wait for each other.
        var app = apps.lock(seen.appId());
        Deployment deployment = repository.lock(id).orElse(null);
        if (deployment == null || deployment.status().isFinal()) {
            return;
        }
        Instant now = clock.instant();
        deployment.failed(step, code, why, details, now);
        early.of(deployment);
        copies.of(deployment, false);
        app.ifPresent(found -> found.deploymentFailed(why, now));
        moved(id);
    }

    private void moved(UUID id) {
        signals.send(DeploymentEvents.TOPIC, id.toString());
    }
}
