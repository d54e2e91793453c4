package io.nocode.runtime.transfer;

import io.nocode.shared.batch.JobStatus;
import io.nocode.shared.batch.Jobs;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs the job of an import; called again after a crash, the job goes on after the last rows that are stored. */
@ApplicationScoped
public class ImportHandler implements OutboxHandler {
    static final String KIND = "row-import";
    private static final int ATTEMPTS = 5;

    @Inject
    private Jobs jobs;

    @Inject
    private ImportStore store;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxEntry entry) throws Exception {
        UUID id = id(entry);
        if (isOver(id)) {
            return;
        }
        jobs.run(KIND, Map.of("rowImport", id.toString()));
        if (!isOver(id)) {
            throw new IllegalStateException("The job of the import " + id + " did not finish.");
        }
    }

    @Override
    public Optional<Duration> retryAfter(int failures) {
        return failures >= ATTEMPTS ? Optional.empty() : Optional.of(Duration.ofSeconds(1L << failures));
    }

    @Override
    public void gaveUp(OutboxEntry entry, Exception why) {
        store.find(id(entry))
                .ifPresent(one -> store.end(
                        one.id(),
                        JobStatus.FAILED,
                        Messages.text(one.language(), "problem." + CommonProblem.INTERNAL.name()),
                        clock.instant()));
    }

    private boolean isOver(UUID id) {
        return store.find(id).map(one -> one.status().isFinal()).orElse(true);
    }

    private static UUID id(OutboxEntry entry) {
        return UUID.fromString(entry.payload().path("import_id").asText());
    }
}
