package io.nocode.automation.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nocode.automation.workflows.TriggerKind;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.shared.problem.Faults;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request to the workflow's own address begins executions. */
@ApplicationScoped
class WebhookTrigger implements TriggerKind {
    private static final String SECRET = "secret";
    private static final String CONFIGURED = "secret_configured";

    @Inject
    private Vault vault;

    @Override
    public TriggerType type() {
        return TriggerType.WEBHOOK;
    }

    @Override
    public void check(JsonNode config, String path, Faults faults) {
        Configs.read(config, WebhookConfig.class, path, faults).ifPresent(webhook -> {
            if (webhook.methods() != null
                    && webhook.methods().stream()
                            .anyMatch(method -> !WebhookConfig.METHODS.contains(method.toUpperCase(Locale.ROOT)))) {
                faults.add(
                        path + ".methods",
                        "field.must_be.one_of",
                        String.join(
                                ", ", WebhookConfig.METHODS.stream().sorted().toList()));
            }
        });
    }

    /** The secret is never shown. */
    @Override
    public JsonNode shown(JsonNode config) {
        ObjectNode shown = config.deepCopy();
        boolean configured = shown.remove(SECRET) != null;
        return shown.put(CONFIGURED, configured);
    }

    /** The secret is stored sealed; {@code secret_configured: true} without one keeps the one before. */
    @Override
    public JsonNode stored(JsonNode config, @Nullable JsonNode before) {
        ObjectNode stored = config.deepCopy();
        boolean keeps = stored.path(CONFIGURED).asBoolean();
        stored.remove(CONFIGURED);
        JsonNode known = before == null ? null : before.get(SECRET);
        if (stored.hasNonNull(SECRET)) {
            if (!stored.get(SECRET).equals(known)) {
                stored.put(SECRET, vault.sealText(stored.get(SECRET).textValue()));
            }
        } else if (keeps && known != null) {
            stored.set(SECRET, known);
        }
        return stored;
    }

    @Override
    public boolean hasAddress() {
        return true;
    }
}
