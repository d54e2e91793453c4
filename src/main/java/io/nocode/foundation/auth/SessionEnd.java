package io.nocode.foundation.auth;

/** Why a sign-in ended. */
public enum SessionEnd {
    LOGOUT,
    /** From the list of sign-ins. */
    ENDED,
    /** The password was changed or reset. */
    PASSWORD,
    DEACTIVATED,
    TOKEN_REUSED
}
