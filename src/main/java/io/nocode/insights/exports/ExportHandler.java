package io.nocode.insights.exports;

import io.nocode.shared.batch.Jobs;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs the job of an export; called again after a crash, the job goes on after the last piece that is stored. */
@ApplicationScoped
public class ExportHandler implements OutboxHandler {
    static final String KIND = "export";
    private static final int ATTEMPTS = 5;

    @Inject
    private Jobs jobs;

    @Inject
    private ExportRuns runs;

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
        jobs.run("export", Map.of("export", id.toString()));
        if (!isOver(id)) {
            throw new IllegalStateException("The job of the export " + id + " did not finish the file.");
        }
    }

    @Override
    public Optional<Duration> retryAfter(int failures) {
        return failures >= ATTEMPTS ? Optional.empty() : Optional.of(Duration.ofSeconds(1L << failures));
    }

    @Override
    public void gaveUp(OutboxEntry entry, Exception why) {
        runs.failed(id(entry), "The file could not be made.");
    }

    private boolean isOver(UUID id) {
        return runs.find(id).map(export -> export.status.isFinal()).orElse(true);
    }

    private static UUID id(OutboxEntry entry) {
        return UUID.fromString(entry.payload().path("export_id").asText());
    }
}
