package io.nocode.automation.workflows;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens when an execution is asked for while another of the same workflow is open. */
public enum Concurrency {
    /** Both run. */
    @JsonProperty("allow")
    ALLOW,
    /** The new one waits for its turn. */
    @JsonProperty("queue")
    QUEUE,
    /** The new one is refused. */
    @JsonProperty("skip")
    SKIP,
    /** The open ones are cancelled. */
    @JsonProperty("replace")
    REPLACE
}
