package io.nocode.shared.security;

/** What somebody is in an organisation, from least to most. */
public enum Role {
    /** Signed in, without a part in the organisation. */
    CLIENT,
    VIEWER,
    MEMBER,
    ADMIN,
    OWNER;

    /** Whether this role may do what the other may. */
    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** The lesser of two roles. */
    public Role atMost(Role other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
