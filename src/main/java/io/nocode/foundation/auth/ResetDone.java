package io.nocode.foundation.auth;

import java.time.Instant;

/** The answer to a reset. */
public record ResetDone(String message, Instant resetAt) {}
