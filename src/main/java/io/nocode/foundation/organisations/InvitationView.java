package io.nocode.foundation.organisations;

import io.nocode.shared.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An open invitation.
 *
 * @param id stands for the token where the invited person, signed in with a confirmed address, accepts or declines
 * @param invitedBy the name of who invites
 */
@Schema(name = "Invitation")
public record InvitationView(
        UUID id,
        UUID organizationId,
        String organizationName,
        String email,
        Role role,
        @Nullable String invitedBy,
        @Nullable Instant expiresAt,
        Instant createdAt,
        Instant updatedAt) {}
