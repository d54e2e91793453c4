package io.nocode.automation.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.automation.workflows.TriggerKind;
import io.nocode.automation.workflows.TriggerType;
import io.nocode.shared.problem.Faults;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody asks for an execution. */
@ApplicationScoped
class ManualTrigger implements TriggerKind {
    @Override
    public TriggerType type() {
        return TriggerType.MANUAL;
    }

    @Override
    public void check(JsonNode config, String path, Faults faults) {
        Configs.checkEmpty(config, path, faults);
    }
}
