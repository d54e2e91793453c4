package io.nocode.foundation.auth;

import io.nocode.foundation.organisations.OwnOrganisation;
import io.nocode.foundation.users.UserView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a sign-in.
 *
 * @param expiresIn how many seconds the access token lasts
 * @param permissions what the account may do in at least one of its organisations
 */
public record LoggedIn(
        @Schema(description = "A JWT for the Authorization header.")
        String access,

        @Schema(description = "Good for one refresh.") String refresh,
        @Schema(example = "Bearer") String tokenType,
        long expiresIn,
        UserView user,
        List<OwnOrganisation> organizations,
        List<String> permissions) {}
