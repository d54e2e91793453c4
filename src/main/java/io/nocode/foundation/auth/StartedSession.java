package io.nocode.foundation.auth;

import java.util.UUID;

/** A sign-in that has just begun, with its first refresh token. */
public record StartedSession(UUID id, String refresh) {}
