package io.nocode.runtime.deployments;

import io.nocode.shared.batch.Jobs;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs the job of a deployment and stays with it to its end. When the server dies, the lease on the entry runs out and
 * another call of this resumes the deployment where its steps say that it was.
 */
@ApplicationScoped
public class DeploymentHandler implements OutboxHandler {
    static final String KIND = "deployment";
    private static final int ATTEMPTS = 6;

    @Inject
    private Jobs jobs;

    @Inject
    private DeploymentRuns runs;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxEntry entry) throws Exception {
        UUID id = id(entry);
        if (runs.isOver(id)) {
            return;
        }
        jobs.run("deployment", Map.of("deployment", id.toString()));
        if (!runs.isOver(id)) {
            throw new IllegalStateException("The job of the deployment " + id + " stopped before its end.");
        }
    }

    @Override
    public Optional<Duration> retryAfter(int failures) {
        return failures >= ATTEMPTS ? Optional.empty() : Optional.of(Duration.ofSeconds(1L << failures));
    }

    @Override
    public void gaveUp(OutboxEntry entry, Exception why) {
        runs.gaveUp(id(entry));
    }

    private static UUID id(OutboxEntry entry) {
        return UUID.fromString(entry.payload().path("deployment_id").asText());
    }
}
