package io.nocode.runtime.deployments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The steps of a deployment, in their order. */
public enum StepName {
    /** Is the version whole, and what would change? */
    @JsonProperty("validate")
    VALIDATE,
    /** Copies the tables from which the change takes data. */
    @JsonProperty("backup")
    BACKUP,
    /** Rehearses the change on the real rows, and takes it back. */
    @JsonProperty("migrate")
    MIGRATE,
    /** Makes what is to be served. */
    @JsonProperty("publish_routes")
    PUBLISH_ROUTES,
    /** Does everything answer that going live needs? */
    @JsonProperty("health_check")
    HEALTH_CHECK,
    /** Changes tables, routes and version in one transaction. */
    @JsonProperty("go_live")
    GO_LIVE;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StepName of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
