package io.nocode.foundation.organisations;

import io.nocode.shared.security.Role;
import java.util.UUID;

/** An organisation that an account has a part in. */
public record OwnOrganisation(UUID id, String name, Role role, long memberCount) {}
