package io.nocode.runtime.endusers;

import io.nocode.foundation.auth.Done;
import io.nocode.foundation.auth.EmailRequest;
import io.nocode.foundation.auth.LoggedOut;
import io.nocode.foundation.auth.LogoutRequest;
import io.nocode.foundation.auth.RefreshRequest;
import io.nocode.foundation.auth.Refreshed;
import io.nocode.foundation.auth.ResetDone;
import io.nocode.foundation.auth.ResetRequest;
import io.nocode.foundation.auth.TokenRequest;
import io.nocode.runtime.apps.Stage;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Anyone;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Signing in at an application. Its tokens name it as their audience: they are nothing at the platform, and the
 * platform's are nothing here.
 */
@ApplicationScoped
@Path("v1/runtime/apps/{id}/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "End users")
public class EndUserAuthResource {
    @Inject
    private EndUserRegistration registration;

    @Inject
    private EndUserSignIn signIn;

    @Inject
    private EndUserPasswords passwords;

    @POST
    @Path("register")
    @Anyone
    @Operation(
            summary = "Make an account at an application that is open to that",
            description = "A mail asks to confirm the address; nobody signs in before that.")
    @APIResponseSchema(value = RegisteredEndUser.class, responseCode = "201", responseDescription = "The account.")
    public Response register(
            @PathParam("id") UUID app,
            @QueryParam("environment") @Schema(implementation = Stage.class) @Nullable String environment,
            RegisterEndUser request) {
        RegisteredEndUser registered = registration.register(app, stage(environment), request);
        return Response.created(URI.create(RequestContext.url("/api/v1/runtime/apps/" + app + "/auth/me/")))
                .entity(registered)
                .build();
    }

    @POST
    @Path("login")
    @Anyone
    @Operation(summary = "Sign in at an application")
    public EndUserSignedIn login(
            @PathParam("id") UUID app,
            @QueryParam("environment") @Schema(implementation = Stage.class) @Nullable String environment,
            EndUserCredentials request) {
        return signIn.login(app, stage(environment), request);
    }

    @POST
    @Path("refresh")
    @Anyone
    @Operation(
            summary = "Exchange an end user's refresh token for the next pair",
            description = "A token is good for one refresh. Within ten seconds it gives the same successor again;"
                    + " later, its use ends the whole sign-in (TOKEN_REUSED).")
    public Refreshed refresh(@PathParam("id") UUID app, RefreshRequest request) {
        return signIn.refresh(app, request.refresh());
    }

    @POST
    @Path("logout")
    @SignedIn
    @Operation(summary = "Sign an end user out here, or everywhere")
    public LoggedOut logout(@PathParam("id") UUID app, LogoutRequest request) {
        return signIn.logout(app, request.refresh(), Boolean.TRUE.equals(request.allSessions()));
    }

    @GET
    @Path("me")
    @SignedIn
    @Operation(summary = "Get the end user who asks")
    public EndUserView me(@PathParam("id") UUID app) {
        return signIn.me(app);
    }

    @POST
    @Path("password-reset")
    @Anyone
    @Operation(summary = "Ask for a link to a new password; the answer is the same whether the address is known or not")
    public Done askReset(
            @PathParam("id") UUID app,
            @QueryParam("environment") @Schema(implementation = Stage.class) @Nullable String environment,
            EmailRequest request) {
        passwords.ask(app, stage(environment), request.email());
        return Done.of("auth.password_reset_asked");
    }

    @POST
    @Path("password-reset/confirm")
    @Anyone
    @Operation(summary = "Choose a password with the token of the mail; every sign-in of the end user ends")
    public ResetDone confirmReset(@PathParam("id") UUID app, ResetRequest request) {
        return new ResetDone(Done.of("auth.password_reset").message(), passwords.confirm(app, request));
    }

    @POST
    @Path("verify-email")
    @Anyone
    @Operation(summary = "Confirm an end user's e-mail address with the token of its mail")
    public Done verify(@PathParam("id") UUID app, TokenRequest request) {
        registration.confirm(app, request.token());
        return Done.of("auth.email_verified");
    }

    @POST
    @Path("verify-email/resend")
    @Anyone
    @Operation(summary = "Ask for another mail to confirm; the answer is the same whether the address is known or not")
    public Done resend(
            @PathParam("id") UUID app,
            @QueryParam("environment") @Schema(implementation = Stage.class) @Nullable String environment,
            EmailRequest request) {
        registration.resend(app, stage(environment), request.email());
        return Done.of("auth.verification_asked");
    }

    private static @Nullable Stage stage(@Nullable String environment) {
        return PageQuery.choice("environment", environment, Stage.class);
    }
}
