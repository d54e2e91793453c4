package io.nocode.foundation.audit;

import io.nocode.shared.security.Caller;

/** What acted. */
public enum ActorKind {
    /** Somebody signed in. */
    USER,
    /** A program, for the account that made its API key. */
    API_KEY,
    /** The platform itself. */
    SYSTEM;

    static ActorKind of(Caller caller) {
        if (caller instanceof Caller.ApiKey) {
            return API_KEY;
        }
        return caller.userId() == null ? SYSTEM : USER;
    }
}
