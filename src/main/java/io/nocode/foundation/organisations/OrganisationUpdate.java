package io.nocode.foundation.organisations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an organisation says of itself. */
public record OrganisationUpdate(
        @NotBlank @Size(max = 100) @Schema(example = "Analytical Engines")
        String name,

        @Nullable @Size(max = 2_000) @Schema(example = "We compute.")
        String description,

        @NotNull @Schema(example = "COMPANY") OrganisationType type,

        @Nullable @Size(max = 100) @Schema(example = "London")
        String city) {}
