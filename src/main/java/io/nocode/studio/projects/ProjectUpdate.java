package io.nocode.studio.projects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A project as it is to be.
 *
 * @param organizationId the one that it is in; a project does not move
 * @param defaultEnvironment an ADMIN's to change; left out, it stays
 */
public record ProjectUpdate(
        @NotNull @Size(min = 2, max = 100) @Schema(example = "Customers")
        String name,

        @Nullable UUID organizationId,
        @Nullable @Size(max = 2000) String description,
        @Nullable @Size(max = 100) String icon,
        @Nullable Visibility visibility,

        @Nullable @Pattern(regexp = "dev|staging|prod") @Schema(enumeration = {"dev", "staging", "prod"})
        String defaultEnvironment) {}
