package io.nocode.studio.projects;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see a project. */
public enum Visibility {
    /** Its organisation. */
    @JsonProperty("private")
    PRIVATE,
    /** Everybody who is signed in. */
    @JsonProperty("public")
    PUBLIC
}
