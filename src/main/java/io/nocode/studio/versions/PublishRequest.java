package io.nocode.studio.versions;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A project to be published.
 *
 * @param confirmPublicWrite whether a table that the public may write is meant to be published
 */
public record PublishRequest(
        @Nullable @Size(max = 5000) @Schema(example = "First version")
        String notes,

        @Nullable Boolean confirmPublicWrite) {
    static final PublishRequest PLAIN = new PublishRequest(null, null);
}
