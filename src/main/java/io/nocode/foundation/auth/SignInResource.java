package io.nocode.foundation.auth;

import io.nocode.shared.security.Anyone;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in, staying signed in, signing out. */
@ApplicationScoped
@Path("v1/foundation/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class SignInResource {
    @Inject
    private Login login;

    @Inject
    private Tokens tokens;

    @Inject
    private SigningKeys keys;

    @POST
    @Path("login")
    @Anyone
    @Operation(summary = "Sign in with e-mail and password, and with a code where a second factor is on")
    public LoggedIn login(LoginRequest request) {
        return login.login(request);
    }

    @POST
    @Path("refresh")
    @Anyone
    @Operation(
            summary = "Exchange a refresh token for the next pair of tokens",
            description = "A token is good for one refresh. Within ten seconds it gives the same successor again;"
                    + " later, its use ends the whole sign-in (TOKEN_REUSED).")
    public Refreshed refresh(RefreshRequest request) {
        return tokens.refresh(request.refresh());
    }

    @POST
    @Path("logout")
    @SignedIn
    @Operation(summary = "Sign out here, or everywhere")
    public LoggedOut logout(LogoutRequest request) {
        return tokens.logout(request.refresh(), Boolean.TRUE.equals(request.allSessions()));
    }

    @POST
    @Path("verify")
    @Anyone
    @Operation(summary = "Tell whether a token, access or refresh, would be taken now")
    public TokenStatus verify(TokenRequest request) {
        return tokens.status(request.token());
    }

    @GET
    @Path(".well-known/jwks.json")
    @Anyone
    @Operation(summary = "Get the public keys that verify access tokens")
    public KeySet keys() {
        return keys.published();
    }
}
