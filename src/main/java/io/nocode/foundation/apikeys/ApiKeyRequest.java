package io.nocode.foundation.apikeys;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key that somebody wants.
 *
 * @param role at most the maker's own; it is lowered with theirs at any later time
 * @param projectIds the only projects that it may touch; all of the organisation where it is left out or empty
 */
public record ApiKeyRequest(
        @NotBlank @Size(max = 100) @Schema(example = "Nightly import")
        String name,

        @NotNull UUID organizationId,
        @NotNull ApiKeyRole role,
        @Nullable Instant expiresAt,

        @Nullable
        @Size(max = 100)
        @Schema(description = "The only projects that it may touch; all where it is left out or empty.")
        List<@NotNull UUID> projectIds) {}
