package io.nocode.runtime.backups;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.json.Json;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;

/** Does restorations and copies: each in one transaction with its end, so that it is done once or not at all. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class JobRuns {
    @Inject
    private JobStore store;

    @Inject
    private Restoring restoring;

    @Inject
    private RowCopying copying;

    void begin(UUID id) {
        store.running(id);
    }

    void run(UUID id) {
        JobView job = store.lock(id).orElse(null);
        if (job == null || job.status().isFinal()) {
            return;
        }
        JsonNode done = job.kind() == JobKind.RESTORE
                ? restoring.run(
                        job.projectId(),
                        Stage.of(job.environment()),
                        UUID.fromString(job.request().path("backup_id").asText()),
                        job.requestedBy())
                : copying.run(job.projectId(), Json.as(job.request(), CopyRequest.class));
        store.succeeded(id, done);
    }

    void failed(UUID id, Problem why) {
        String code = why.reason().name();
        store.failed(id, code, Messages.text(Locale.ENGLISH, "problem." + code, why.words()));
    }

    void gaveUp(UUID id) {
        store.failed(id, "INTERNAL", "This could not be done. What was there still is.");
    }
}
