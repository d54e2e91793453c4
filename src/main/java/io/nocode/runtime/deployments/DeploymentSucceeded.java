package io.nocode.runtime.deployments;

import io.nocode.runtime.apps.Stage;
import java.util.UUID;

/** A version went live. Sent as a CDI event within the transaction that brings it live. */
public record DeploymentSucceeded(UUID deployment, UUID app, UUID project, Stage environment) {}
