package io.nocode.automation.workflows;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a workflow can be run. */
public enum WorkflowStatus {
    /** Never activated. */
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("active")
    ACTIVE,
    /** Was active once. */
    @JsonProperty("inactive")
    INACTIVE
}
