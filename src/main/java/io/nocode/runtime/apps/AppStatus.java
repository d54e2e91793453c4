package io.nocode.runtime.apps;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far an application is. */
public enum AppStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("generating")
    GENERATING,
    @JsonProperty("generated")
    GENERATED,
    @JsonProperty("deployment_pending")
    DEPLOYMENT_PENDING,
    @JsonProperty("deployed")
    DEPLOYED,
    /** The last deployment failed; what was live before still is. */
    @JsonProperty("deployment_failed")
    DEPLOYMENT_FAILED,
    /** The version could not be made into an application. */
    @JsonProperty("error")
    ERROR;

    /** As on the wire and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
