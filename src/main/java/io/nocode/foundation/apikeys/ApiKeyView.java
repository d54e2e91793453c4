package io.nocode.foundation.apikeys;

import io.nocode.foundation.users.PersonView;
import io.nocode.shared.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without the key.
 *
 * @param prefix its first letters, by which to recognise it
 * @param createdBy for whom it acts
 * @param lastUsedAt to the minute
 */
@Schema(name = "ApiKey")
public record ApiKeyView(
        UUID id,
        String name,
        @Schema(example = "nck_Zm9v") String prefix,
        UUID organizationId,
        Role role,
        List<UUID> projectIds,
        PersonView createdBy,
        @Nullable Instant expiresAt,
        boolean isExpired,
        @Nullable Instant lastUsedAt,
        Instant createdAt,
        Instant updatedAt) {}
