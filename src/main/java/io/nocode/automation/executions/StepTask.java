package io.nocode.automation.executions;

import java.util.UUID;

/**
 * What the outbox holds of a step that is due.
 *
 * @param resumed whether the step has waited for this
 */
record StepTask(UUID execution, UUID node, int attempt, boolean resumed) {
    static final String KIND = "workflow-step";

    /** The step's key; outside services see it as their Idempotency-Key. */
    String key() {
        return execution + ":" + node + ":" + attempt + (resumed ? ":resumed" : "");
    }
}
