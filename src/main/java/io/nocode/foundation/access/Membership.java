package io.nocode.foundation.access;

import io.nocode.shared.security.Role;
import java.util.Set;

/**
 * A part in an organisation.
 *
 * @param permissions what is allowed beyond the role
 * @param teams what policies of rows may ask about
 */
record Membership(Role role, Set<Action> permissions, Set<String> teams) {
    static final Membership NONE = new Membership(Role.CLIENT, Set.of());

    Membership(Role role, Set<Action> permissions) {
        this(role, permissions, Set.of());
    }
}
