package io.nocode.foundation.access;

import io.nocode.shared.security.Role;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may do something, or not.
 *
 * @param rule which rule decided
 * @param role what the account is in the organisation
 * @param requiredRole the least role that may do this
 * @param explanation the same as a sentence
 */
public record Explanation(
        @Schema(example = "studio_edit") String action,

        @Schema(example = "project:01890000-0000-7000-8000-000000000000")
        String resource,

        UUID organizationId,
        @Nullable UUID userId,
        boolean allowed,
        Rule rule,
        Role role,
        Role requiredRole,
        String explanation) {}
