package io.nocode.studio.documents;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an import does. */
public enum ImportMode {
    /** Tells what would change, and changes nothing. */
    @JsonProperty("plan")
    PLAN,
    @JsonProperty("apply")
    APPLY
}
