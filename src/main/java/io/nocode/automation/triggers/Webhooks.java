package io.nocode.automation.triggers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.executions.StartRequest;
import io.nocode.automation.executions.Starts;
import io.nocode.automation.workflows.Definitions;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.automation.workflows.Workflow;
import io.nocode.automation.workflows.WorkflowRepository;
import io.nocode.automation.workflows.WorkflowStatus;
import io.nocode.shared.json.Json;
import io.nocode.shared.json.TextCheck;
import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.security.WebhookSignature;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes deliveries in. One that comes again begins nothing. */
@ApplicationScoped
@Transactional
public class Webhooks {
    private static final Duration REMEMBERED = Duration.ofHours(24);

    @Inject
    private WorkflowRepository workflows;

    @Inject
    private Definitions definitions;

    @Inject
    private Starts starts;

    @Inject
    private Vault vault;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** The execution that the delivery begins, or began when it came first. */
    UUID take(String token, Delivery delivery) throws JsonProcessingException {
        Workflow workflow = workflows
                .byToken(token)
                .filter(found -> found.status() == WorkflowStatus.ACTIVE)
                .orElseThrow(CommonProblem.NOT_FOUND::because);
        JsonNode stored = definitions.active(workflow).definition().triggerConfig();
        WebhookConfig config = Json.as(stored, WebhookConfig.class);
        if (!config.allows(delivery.method())) {
            throw TriggerProblem.WEBHOOK_METHOD.because();
        }
        String signature = delivery.header(config.signedIn());
        if (config.secret() != null) {
            String secret = vault.openText(config.secret());
            if (!WebhookSignature.signs(signature, delivery.body(), secret, clock.instant())) {
                throw TriggerProblem.BAD_SIGNATURE.because();
            }
        }
        String given = delivery.header(config.deduplicatedBy());
        String key = given != null ? "key " + given : config.secret() != null ? "signature " + signature : null;
        Optional<UUID> before = key == null ? Optional.empty() : taken(workflow.id(), key);
        if (before.isPresent()) {
            return before.get();
        }
        ObjectNode input = delivery.input(config.signedIn());
        Faults faults = new Faults();
        TextCheck.check(input, "", faults);
        faults.throwIfAny();
        UUID execution =
                starts.start(workflow, StartRequest.of(TriggerType.WEBHOOK, workflow.createdBy(), input, false));
        remember(workflow.id(), key, execution);
        return execution;
    }

    /** What a delivery with this key began; whoever else brings the same key waits until this is decided. */
    private Optional<UUID> taken(UUID workflow, String key) {
        database.first(
                Sql.of("select pg_advisory_xact_lock(hashtextextended(?, 41))::text as locked", workflow + " " + key),
                row -> true);
        return database.first(
                Sql.of(
                        "select execution_id from webhook_delivery where workflow_id = ? and key = ?"
                                + " and created_at > ?",
                        workflow,
                        key,
                        clock.instant().minus(REMEMBERED)),
                row -> row.uuid("execution_id"));
    }

    private void remember(UUID workflow, @Nullable String key, UUID execution) {
        if (key == null) {
            return;
        }
        Instant now = clock.instant();
        database.update(Sql.of(
                "delete from webhook_delivery where workflow_id = ? and created_at <= ?",
                workflow,
                now.minus(REMEMBERED)));
        database.update(Sql.of(
                "insert into webhook_delivery (workflow_id, key, execution_id, created_at) values (?, ?, ?, ?)",
                workflow,
                key,
                execution,
                now));
    }
}
