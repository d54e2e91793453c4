package io.nocode.automation.engine;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What follows when a node has failed for good. */
public enum OnError {
    /** The execution fails. */
    @JsonProperty("fail")
    FAIL,
    /** The execution goes on as if the node had ended well, without an output. */
    @JsonProperty("continue")
    CONTINUE,
    /** The edges of kind error are taken. */
    @JsonProperty("route")
    ROUTE
}
