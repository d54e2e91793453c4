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

/** Choosing a new password by mail. */
@ApplicationScoped
@Path("v1/foundation/auth/password-reset")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class PasswordResetResource {
    @Inject
    private PasswordReset reset;

    @Inject
    private Throttle throttle;

    @POST
    @Anyone
    @Operation(summary = "Ask for a link by mail; the answer is the same whether the address is known or not")
    public Done ask(EmailRequest request) {
        throttle.count();
        reset.ask(request.email());
        return Done.of("auth.password_reset_asked");
    }

    @POST
    @Path("confirm")
    @Anyone
    @Operation(summary = "Choose a new password with the token of the mail; every sign-in ends")
    public ResetDone confirm(ResetRequest request) {
        return new ResetDone(Done.of("auth.password_reset").message(), reset.confirm(request));
    }
}
