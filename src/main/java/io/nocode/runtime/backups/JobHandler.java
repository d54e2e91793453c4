package io.nocode.runtime.backups;

import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import io.nocode.shared.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Does restorations and copies; what a dead server has begun was never done, and is done anew. */
@ApplicationScoped
public class JobHandler implements OutboxHandler {
    static final String KIND = "environment-job";
    private static final int ATTEMPTS = 5;

    @Inject
    private JobRuns runs;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxEntry entry) {
        UUID id = id(entry);
        runs.begin(id);
        try {
            runs.run(id);
        } catch (Problem refused) {
            runs.failed(id, refused);
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
        return UUID.fromString(entry.payload().path("job_id").asText());
    }
}
