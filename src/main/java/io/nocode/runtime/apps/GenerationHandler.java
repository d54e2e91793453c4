package io.nocode.runtime.apps;

import io.nocode.shared.batch.Jobs;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs the job that makes an application's bundle. */
@ApplicationScoped
public class GenerationHandler implements OutboxHandler {
    static final String KIND = "generation";
    private static final int ATTEMPTS = 5;

    @Inject
    private Jobs jobs;

    @Inject
    private Generation generation;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxEntry entry) throws Exception {
        UUID app = app(entry);
        jobs.run("generation", Map.of("app", app.toString()));
        if (!generation.isOver(app)) {
            throw new IllegalStateException("The job did not make the bundle of the application " + app + ".");
        }
    }

    @Override
    public Optional<Duration> retryAfter(int failures) {
        return failures >= ATTEMPTS ? Optional.empty() : Optional.of(Duration.ofSeconds(1L << failures));
    }

    @Override
    public void gaveUp(OutboxEntry entry, Exception why) {
        generation.failed(app(entry));
    }

    private static UUID app(OutboxEntry entry) {
        return UUID.fromString(entry.payload().path("app_id").asText());
    }
}
