package io.nocode.studio.projects;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as its people see it.
 *
 * @param currentVersion the version published last; null before the first
 * @param statistics told where a single project is asked for
 */
public record ProjectView(
        UUID id,
        String name,
        String slug,
        String description,
        String icon,
        UUID organizationId,
        String organizationName,
        String schemaName,
        UUID createdBy,
        ProjectStatus status,
        @Nullable Integer currentVersion,
        Visibility visibility,
        String defaultEnvironment,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ProjectStatistics statistics) {}
