package io.nocode.runtime.endusers;

import io.nocode.runtime.apps.Stage;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An end user, as they themselves and who manages the application see them.
 *
 * @param role one of the application's roles
 * @param isInvited whether they have chosen no password yet
 */
public record EndUserView(
        UUID id,
        UUID appId,
        Stage environment,
        @Schema(example = "grace@example.org") String email,
        String name,
        @Schema(example = "CLIENT") String role,
        boolean isActive,
        boolean emailVerified,
        boolean isInvited,
        @Nullable Instant lastLogin,
        Instant createdAt,
        Instant updatedAt) {}
