package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Takes away what stands in an environment ahead of a deployment that did not go live. */
@ApplicationScoped
public class EarlyEnd implements OutboxHandler {
    private static final String KIND = "deployment-early-end";

    @Inject
    private EarlyColumns columns;

    @Inject
    private LiveVersions live;

    @Inject
    private Outbox outbox;

    @Override
    public String kind() {
        return KIND;
    }

    /** Asks for it, within the transaction that ends a deployment. */
    void of(Deployment deployment) {
        if (live.find(deployment.projectId(), deployment.environment())
                .filter(present -> !present.early().isEmpty())
                .isPresent()) {
            outbox.put(
                    KIND,
                    Map.of(
                            "project_id", deployment.projectId(),
                            "environment", deployment.environment().wire()));
        }
    }

    @Override
    public void handle(OutboxEntry entry) {
        UUID project = UUID.fromString(entry.payload().path("project_id").asText());
        Stage stage = Stage.of(entry.payload().path("environment").asText());
        Patience.with(() -> {
            columns.drop(project, stage);
            return stage;
        });
        outbox.done(entry);
    }
}
