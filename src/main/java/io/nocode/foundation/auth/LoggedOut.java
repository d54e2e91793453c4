package io.nocode.foundation.auth;

/**
 * The answer to a sign-out.
 *
 * @param tokenRevoked whether the refresh token was the caller's and worked until now
 */
public record LoggedOut(String message, boolean tokenRevoked) {}
