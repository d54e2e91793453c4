package io.nocode.automation.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.json.Json;
import io.nocode.shared.security.CurrentUser;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes versions of drafts. */
@ApplicationScoped
class Drafts {
    @Inject
    private WorkflowRepository repository;

    @Inject
    private Validation validation;

    @Inject
    private Triggers triggers;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    Definition definition(Workflow workflow) {
        return new Definition(
                workflow.triggerType(),
                workflow.triggerConfig(),
                workflow.settings(),
                repository.nodes(workflow.id()).stream()
                        .map(WorkflowNode::inGraph)
                        .toList(),
                repository.edges(workflow.id()).stream()
                        .map(WorkflowEdge::inGraph)
                        .toList());
    }

    ValidationView validated(Workflow workflow) {
        return validation.view(workflow.id(), definition(workflow));
    }

    /** Activates a workflow as it is now; where nothing was changed since the last time, no new version is made. */
    void freeze(Workflow workflow) {
        Definition definition = definition(workflow);
        validation.require(definition);
        JsonNode content = Json.parse(Json.text(definition));
        WorkflowVersion latest = repository.latestVersion(workflow.id()).orElse(null);
        int number = latest == null ? 1 : latest.number();
        if (latest == null || !latest.content().equals(content)) {
            number = latest == null ? 1 : latest.number() + 1;
            repository.add(new WorkflowVersion(workflow.id(), number, content, CurrentUser.id(), clock.instant()));
        }
        TriggerKind trigger = triggers.of(workflow.triggerType());
        List<Instant> next = trigger.next(workflow.triggerConfig(), clock.instant(), 1);
        workflow.activate(number, next.isEmpty() ? null : next.get(0), token(workflow, trigger), clock.instant());
    }

    private @Nullable String token(Workflow workflow, TriggerKind trigger) {
        if (!trigger.hasAddress()) {
            return null;
        }
        if (workflow.webhookToken() != null) {
            return workflow.webhookToken();
        }
        return vault.newToken();
    }
}
