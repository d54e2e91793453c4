package io.nocode.runtime.deployments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Forwards or back. */
public enum DeploymentKind {
    @JsonProperty("deploy")
    DEPLOY,
    @JsonProperty("rollback")
    ROLLBACK
}
