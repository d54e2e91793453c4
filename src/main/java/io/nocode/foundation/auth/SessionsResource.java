package io.nocode.foundation.auth;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the caller is signed in. */
@ApplicationScoped
@Path("v1/foundation/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "auth")
public class SessionsResource {
    @Inject
    private Sessions sessions;

    @GET
    @Operation(summary = "List the caller's sign-ins, newest first")
    public Page<SessionView> list(@BeanParam PageQuery query) {
        return sessions.list(query.request());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End one of the caller's sign-ins")
    @APIResponse(responseCode = "204", description = "It has ended; its access token is refused from now on.")
    public Response end(@PathParam("id") UUID id) {
        sessions.end(id);
        return Response.noContent().build();
    }
}
