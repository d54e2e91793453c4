package io.nocode.studio.projects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A project to be made.
 *
 * @param organizationId left out: the caller's only organisation as MEMBER or more, or a personal one that is made
 * @param template the key of a starting point: see {@code templates/}; left out: an empty project
 */
public record CreateProject(
        @NotNull @Size(min = 2, max = 100) @Schema(example = "Customers")
        String name,

        @Nullable UUID organizationId,
        @Nullable @Size(max = 2000) String description,

        @Nullable @Size(max = 100) @Schema(example = "users")
        String icon,

        @Nullable Visibility visibility,

        @Nullable @Schema(example = "crm") String template) {}
