package io.nocode.foundation.access;

/** What allowed somebody to do something, or stood against it. */
public enum Rule {
    /** Platform administrators may do all. */
    SUPERUSER(true),
    /** The role in the organisation is enough. */
    ROLE(true),
    /** The role is too low, but this member has been permitted it. */
    PERMISSION(true),
    /** Whoever is signed in may see public projects. */
    PUBLIC_PROJECT(true),
    NOT_SIGNED_IN(false),
    /** The account has been closed. */
    ACCOUNT_CLOSED(false),
    /** No part in the organisation. */
    NO_PART(false),
    ROLE_TOO_LOW(false),
    /** The API key is for another organisation. */
    KEY_ELSEWHERE(false),
    /** The API key is for other projects. */
    KEY_CONFINED(false);

    private final boolean allows;

    Rule(boolean allows) {
        this.allows = allows;
    }

    boolean allows() {
        return allows;
    }
}
