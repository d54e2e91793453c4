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

/** Changing one's own password. */
@ApplicationScoped
@Path("v1/foundation/auth/change-password")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "auth")
public class PasswordChangeResource {
    @Inject
    private PasswordChange change;

    @POST
    @Operation(summary = "Change the caller's password; every other sign-in of theirs ends")
    public PasswordChanged change(PasswordChangeRequest request) {
        return new PasswordChanged(Done.of("auth.password_changed").message(), change.change(request));
    }
}
