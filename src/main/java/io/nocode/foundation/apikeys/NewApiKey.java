package io.nocode.foundation.apikeys;

import io.nocode.foundation.users.PersonView;
import io.nocode.shared.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API key that was made just now.
 *
 * @param key for the header {@code X-API-Key}; never shown again
 */
public record NewApiKey(
        UUID id,
        String name,

        @Schema(description = "For the header X-API-Key. It is shown this once.", example = "nck_Zm9vYmFyYmF6")
        String key,

        String prefix,
        UUID organizationId,
        Role role,
        List<UUID> projectIds,
        PersonView createdBy,
        @Nullable Instant expiresAt,
        boolean isExpired,
        @Nullable Instant lastUsedAt,
        Instant createdAt,
        Instant updatedAt) {
    static NewApiKey of(ApiKeyView view, String key) {
        return new NewApiKey(
                view.id(),
                view.name(),
                key,
                view.prefix(),
                view.organizationId(),
                view.role(),
                view.projectIds(),
                view.createdBy(),
                view.expiresAt(),
                view.isExpired(),
                view.lastUsedAt(),
                view.createdAt(),
                view.updatedAt());
    }
}
