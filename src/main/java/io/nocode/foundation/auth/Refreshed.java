package io.nocode.foundation.auth;

/**
 * The next pair of tokens.
 *
 * @param expiresIn how many seconds the access token lasts
 */
public record Refreshed(String access, String refresh, String tokenType, long expiresIn) {}
