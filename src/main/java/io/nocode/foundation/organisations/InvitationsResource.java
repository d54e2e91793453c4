package io.nocode.foundation.organisations;

import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.security.Anyone;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations, as the invited see them. */
@ApplicationScoped
@Path("v1/foundation/invitations")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "organizations")
public class InvitationsResource {
    @Inject
    private Invitations invitations;

    @GET
    @Operation(summary = "List the open invitations to the caller's confirmed address")
    public Page<InvitationView> list(@BeanParam PageQuery query) {
        return invitations.list(query.request());
    }

    @GET
    @Path("{token}")
    @Anyone
    @Operation(summary = "Get an open invitation by the token of its mail")
    public InvitationView find(@PathParam("token") String token) {
        return invitations.find(token);
    }

    @POST
    @Path("{token}/accept")
    @Operation(
            summary = "Accept an invitation",
            description = "By the token of the mail, or by the id from the list. Only the invited address may.")
    public MemberView accept(@PathParam("token") String token) {
        return invitations.accept(token);
    }

    @POST
    @Path("{token}/decline")
    @Operation(summary = "Decline an invitation")
    @APIResponse(responseCode = "204", description = "The invitation is gone.")
    public Response decline(@PathParam("token") String token) {
        invitations.decline(token);
        return Response.noContent().build();
    }
}
