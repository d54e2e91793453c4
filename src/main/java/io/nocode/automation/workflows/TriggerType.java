package io.nocode.automation.workflows;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What begins an execution. */
public enum TriggerType {
    @JsonProperty("manual")
    MANUAL,
    @JsonProperty("api_call")
    API_CALL,
    @JsonProperty("cron")
    CRON,
    @JsonProperty("webhook")
    WEBHOOK
}
