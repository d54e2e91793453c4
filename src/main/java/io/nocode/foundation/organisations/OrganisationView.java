package io.nocode.foundation.organisations;

import io.nocode.foundation.users.PersonView;
import io.nocode.shared.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as one of its members sees it.
 *
 * @param memberCount how many have accepted
 * @param userRole what the caller is in it; null for a platform administrator who has no part in it
 */
@Schema(name = "Organization")
public record OrganisationView(
        UUID id,
        String name,
        String slug,
        String description,
        OrganisationType type,
        OrganisationStatus status,
        @Nullable String city,
        @Nullable PersonView owner,
        long memberCount,
        int maxMembers,
        @Nullable Role userRole,
        boolean isOwner,
        Instant createdAt,
        Instant updatedAt) {}
