package io.nocode.foundation.auth;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token that is valid now. */
public record TokenStatus(
        boolean valid,
        Instant expiresAt,
        @Schema(enumeration = {"access", "refresh"}) String tokenType) {}
