package io.nocode.automation.executions;

import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Lets the next queued execution begin once one has ended. */
@ApplicationScoped
class Turns implements OutboxHandler {
    @Inject
    private Starts starts;

    @Override
    public String kind() {
        return Starts.TURN;
    }

    @Override
    public void handle(OutboxEntry entry) {
        starts.nextTurn(UUID.fromString(entry.payload().path("workflow").asText()));
    }

    @Override
    public Optional<Duration> retryAfter(int failures) {
        return Optional.of(StepWorker.pause(failures));
    }
}
