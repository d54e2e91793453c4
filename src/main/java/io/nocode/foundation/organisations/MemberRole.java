package io.nocode.foundation.organisations;

import io.nocode.shared.security.Role;

/** The roles that can be given; OWNER comes by transfer only. */
public enum MemberRole {
    ADMIN,
    MEMBER,
    VIEWER;

    Role role() {
        return Role.valueOf(name());
    }
}
