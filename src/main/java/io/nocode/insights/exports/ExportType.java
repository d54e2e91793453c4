package io.nocode.insights.exports;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be exported. */
public enum ExportType {
    @JsonProperty("user_activity")
    USER_ACTIVITY
}
