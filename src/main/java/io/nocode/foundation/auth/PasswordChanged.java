package io.nocode.foundation.auth;

import java.time.Instant;

/** The answer to a change of password. */
public record PasswordChanged(String message, Instant changedAt) {}
