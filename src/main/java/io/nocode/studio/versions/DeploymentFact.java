package io.nocode.studio.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an application of a project.
 *
 * @param status the application's
 * @param version the version that runs; null for none yet
 */
public record DeploymentFact(
        String application,
        String environment,
        String status,
        @Nullable Integer version,
        @Nullable String publicUrl,
        @Nullable String apiBaseUrl,
        @Nullable Instant deployedAt) {}
