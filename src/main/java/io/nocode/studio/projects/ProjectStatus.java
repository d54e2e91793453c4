package io.nocode.studio.projects;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a project stands. */
public enum ProjectStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("archived")
    ARCHIVED
}
