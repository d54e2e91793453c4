package io.nocode.insights.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of thing happened. */
public enum EventType {
    @JsonProperty("user_action")
    USER_ACTION,
    @JsonProperty("system_event")
    SYSTEM_EVENT,
    @JsonProperty("api_call")
    API_CALL,
    @JsonProperty("page_view")
    PAGE_VIEW,
    @JsonProperty("feature_usage")
    FEATURE_USAGE,
    @JsonProperty("error_occurred")
    ERROR_OCCURRED;

    /** As on the wire and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
