package io.nocode.foundation.organisations;

import io.nocode.shared.security.Role;
import java.util.UUID;

/** Somebody has become a member; sent within the transaction. */
public record MemberJoined(UUID organisationId, UUID userId, Role role) {}
