package io.nocode.runtime.apps;

import io.nocode.shared.json.Json;
import io.nocode.shared.rest.RequestContext;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An application.
 *
 * @param version the version that is live, or that it was made of as long as none is
 * @param apiBaseUrl where its rows are, in its environment
 * @param publicUrl where its end users find it
 */
public record AppView(
        UUID id,
        UUID project,
        @Schema(example = "Order desk") String name,
        @Schema(example = "order-desk") String slug,
        AppStatus status,
        int version,
        Stage environment,
        boolean stopped,
        UUID generationTaskId,
        String apiBaseUrl,
        String publicUrl,
        AppConfiguration configuration,
        @Nullable String error,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {
    static AppView of(App app) {
        return new AppView(
                app.id(),
                app.projectId(),
                app.name(),
                app.slug(),
                app.status(),
                app.version(),
                app.environment(),
                app.isStopped(),
                app.generationTaskId(),
                apiBaseUrl(app.projectId(), app.environment().wire()),
                publicUrl(app.slug(), app.environment().wire()),
                Json.as(app.configuration(), AppConfiguration.class),
                app.error(),
                app.createdBy(),
                app.createdAt(),
                app.updatedAt());
    }

    /** Where the rows of a project's environment are. */
    public static String apiBaseUrl(UUID project, String environment) {
        return RequestContext.url("/api/v1/runtime/projects/" + project + "/tables/?environment=" + environment);
    }

    /** Where end users find an application. */
    public static String publicUrl(String slug, String environment) {
        return RequestContext.url("/apps/" + slug + (environment.equals("prod") ? "" : "--" + environment) + "/");
    }
}
