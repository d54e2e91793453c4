package io.nocode.foundation.twofactor;

import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
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

/** The caller's second factor. */
@ApplicationScoped
@Path("v1/foundation/auth/2fa")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "auth")
public class TwoFactorResource {
    @Inject
    private TwoFactor twoFactor;

    @POST
    @Path("setup")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Begin to set an authenticator up (TOTP, RFC 6238)",
            description = "Nothing changes at sign-in before a code of it has been confirmed.")
    public TwoFactorSetup setUp() {
        return twoFactor.setUp();
    }

    @POST
    @Path("confirm")
    @Operation(summary = "Turn the second factor on with a code of the authenticator; ten recovery codes come back")
    public TwoFactorConfirmed confirm(OtpRequest request) {
        return new TwoFactorConfirmed(twoFactor.confirm(request.otp()));
    }

    @POST
    @Path("disable")
    @Operation(summary = "Turn the second factor off, with the password and a code")
    public TwoFactorDisabled disable(DisableRequest request) {
        twoFactor.disable(request);
        return new TwoFactorDisabled(
                Messages.text(RequestContext.currentLanguage(), "auth.two_factor_disabled"), false);
    }
}
