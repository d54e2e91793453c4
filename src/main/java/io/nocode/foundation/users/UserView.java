package io.nocode.foundation.users;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as its owner and administrators see it. */
@Schema(name = "User")
public record UserView(
        UUID id,
        String email,
        String firstName,
        String lastName,
        String fullName,
        @Nullable String country,
        @Nullable String phoneNumber,
        String language,
        String timezone,
        boolean isActive,
        boolean isStaff,
        boolean isSuperuser,
        boolean emailVerified,
        boolean twoFactorEnabled,
        Instant dateJoined,
        @Nullable Instant lastLogin,
        Instant createdAt,
        Instant updatedAt) {}
