package io.nocode.foundation.auth;

import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rotating the key that signs access tokens. */
@ApplicationScoped
@Path("v1/foundation/auth/signing-keys/rotate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@SignedIn
@Tag(name = "auth")
public class KeyRotationResource {
    @Inject
    private KeyRotation rotation;

    @POST
    @Operation(
            summary = "Sign access tokens with a new key from now on (superusers)",
            description = "It happens by itself every nocode.jwt.key-lifetime. Tokens of the former key are taken until"
                    + " they expire. The answer is the key set as it is now.")
    public KeySet rotate() {
        return rotation.rotate();
    }
}
