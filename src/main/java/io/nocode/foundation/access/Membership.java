package io.nocode.foundation.access;

import io.nocode.shared.security.Role;
import java.util.Set;

/**
 * A part in an organisation.
 *
 * @param permissions what is allowed beyond the role
 */
record Membership(Role role, Set<Action> permissions) {
    static final Membership NONE = new Membership(Role.CLIENT, Set.of());
}
