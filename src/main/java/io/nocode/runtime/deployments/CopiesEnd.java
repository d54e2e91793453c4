package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Takes copies away when their time is over: looked for at the end of each deployment, and when its own copies end. */
@ApplicationScoped
public class CopiesEnd implements OutboxHandler {
    private static final String KIND = "deployment-copies";

    /** How long the copies are kept that a way back needs which is not the nearest. */
    private static final String KEEP = "nocode.deployments.keep-copies";

    private static final Duration A_MONTH = Duration.ofDays(30);

    @Inject
    private Backups backups;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    /** Asks for it, within the transaction that ends a deployment. */
    void of(Deployment deployment, boolean hasCopies) {
        Instant now = clock.instant();
        ask(deployment, now);
        if (hasCopies) {
            ask(deployment, now.plus(kept()).plusSeconds(1));
        }
    }

    private void ask(Deployment deployment, Instant when) {
        outbox.put(
                KIND,
                Map.of(
                        "project_id", deployment.projectId(),
                        "environment", deployment.environment().wire()),
                null,
                when);
    }

    @Override
    public void handle(OutboxEntry entry) {
        backups.end(
                UUID.fromString(entry.payload().path("project_id").asText()),
                Stage.of(entry.payload().path("environment").asText()),
                clock.instant().minus(kept()));
        outbox.done(entry);
    }

    private static Duration kept() {
        return Settings.duration(KEEP, A_MONTH);
    }
}
