package io.nocode.foundation.auth;

import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Anyone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Making an account. */
@ApplicationScoped
@Path("v1/foundation/auth/register")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class RegistrationResource {
    @Inject
    private Registration registration;

    @POST
    @Path("client")
    @Anyone
    @Operation(summary = "Make an account; a mail asks to confirm its address")
    @APIResponseSchema(
            value = Registered.class,
            responseCode = "201",
            responseDescription = "The account, and whether a mail is on its way.")
    public Response register(RegisterRequest request) {
        Registered registered = registration.register(request);
        return Response.created(URI.create(RequestContext.url("/api/v1/foundation/users/profile/")))
                .entity(registered)
                .build();
    }
}
