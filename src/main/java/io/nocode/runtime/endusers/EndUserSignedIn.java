package io.nocode.runtime.endusers;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a sign-in at an application.
 *
 * @param access a JWT whose audience is this application
 * @param refresh good for one refresh
 * @param expiresIn how many seconds the access token lasts
 */
public record EndUserSignedIn(
        String access,
        String refresh,
        @Schema(example = "Bearer") String tokenType,
        long expiresIn,
        EndUserView user) {}
