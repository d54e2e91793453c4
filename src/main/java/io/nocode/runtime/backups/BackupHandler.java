package io.nocode.runtime.backups;

import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import io.nocode.shared.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Makes backups; what a dead server has begun is begun anew. */
@ApplicationScoped
public class BackupHandler implements OutboxHandler {
    static final String KIND = "backup";
    private static final int ATTEMPTS = 5;

    @Inject
    private BackupMaker maker;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxEntry entry) {
        UUID id = id(entry);
        maker.begin(id);
        try {
            maker.make(id);
            maker.clear(id);
        } catch (Problem refused) {
            maker.failed(id, "Nothing is deployed there.");
        }
    }

    @Override
    public Optional<Duration> retryAfter(int failures) {
        return failures >= ATTEMPTS ? Optional.empty() : Optional.of(Duration.ofSeconds(1L << failures));
    }

    @Override
    public void gaveUp(OutboxEntry entry, Exception why) {
        maker.failed(id(entry), "The backup could not be made.");
    }

    private static UUID id(OutboxEntry entry) {
        return UUID.fromString(entry.payload().path("backup_id").asText());
    }
}
