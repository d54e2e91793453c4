package io.nocode.automation.engine;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When an edge is taken. */
public enum EdgeKind {
    /** When its source ends well; from a switch, when the edge's label is the case's name. */
    @JsonProperty("default")
    DEFAULT,
    /** When its source is a condition that holds. */
    @JsonProperty("true")
    TRUE,
    /** When its source is a condition that does not hold. */
    @JsonProperty("false")
    FALSE,
    /** When its source fails and its {@code on_error} is {@code route}. */
    @JsonProperty("error")
    ERROR
}
