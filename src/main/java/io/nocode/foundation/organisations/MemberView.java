package io.nocode.foundation.organisations;

import io.nocode.foundation.users.PersonView;
import io.nocode.shared.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's part in an organisation.
 *
 * @param user null until the invitation is accepted, whether or not the address has an account
 * @param permissions actions that are allowed beyond the role
 */
@Schema(name = "Member")
public record MemberView(
        UUID id,
        @Nullable PersonView user,
        String email,
        Role role,
        MemberStatus status,
        List<String> permissions,
        @Nullable Instant invitationExpiresAt,
        @Nullable Instant joinedAt,
        Instant createdAt,
        Instant updatedAt) {}
