package io.nocode.foundation.apikeys;

import io.nocode.shared.security.Role;

/** The roles that an API key can act with. */
public enum ApiKeyRole {
    VIEWER,
    MEMBER,
    ADMIN,
    OWNER;

    Role role() {
        return Role.valueOf(name());
    }
}
