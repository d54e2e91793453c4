package io.nocode.foundation.auth;

import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Confirming an e-mail address. */
@ApplicationScoped
@Path("v1/foundation/auth/verify-email")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class EmailVerificationResource {
    @Inject
    private EmailVerification verification;

    @Inject
    private Throttle throttle;

    @POST
    @Anyone
    @Operation(summary = "Confirm an e-mail address with the token of its mail")
    public Done verify(TokenRequest request) {
        verification.confirm(request.token());
        return Done.of("auth.email_verified");
    }

    @POST
    @Path("resend")
    @Anyone
    @Operation(summary = "Ask for another mail; the answer is the same whether the address is known or not")
    public Done resend(EmailRequest request) {
        throttle.count();
        verification.resend(request.email());
        return Done.of("auth.verification_asked");
    }
}
