package io.nocode.foundation.organisations;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Role;
import io.nocode.shared.security.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The members of an organisation. */
@ApplicationScoped
@Path("v1/foundation/organizations/{organization_id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "organizations")
public class MembersResource {
    @Inject
    private Members members;

    @Inject
    private Invitations invitations;

    @GET
    @Operation(summary = "List the members of an organization (MEMBER)")
    public Page<MemberView> list(
            @PathParam("organization_id") UUID organization,
            @BeanParam PageQuery query,
            @QueryParam("role") @Schema(implementation = Role.class) @Nullable String role,
            @QueryParam("status") @Schema(implementation = MemberStatus.class) @Nullable String status) {
        return members.list(
                organization,
                query.request(),
                PageQuery.choice("role", role, Role.class),
                PageQuery.choice("status", status, MemberStatus.class));
    }

    @POST
    @Operation(
            summary = "Invite an address (ADMIN)",
            description = "A mail with a token goes to the address; the answer is the same whether it has an account.")
    @APIResponseSchema(value = MemberView.class, responseCode = "201", responseDescription = "The open invitation.")
    public Response invite(@PathParam("organization_id") UUID organization, InviteRequest request) {
        MemberView member = invitations.invite(organization, request);
        String path = "/api/v1/foundation/organizations/" + organization + "/members/" + member.id() + "/";
        return Response.created(URI.create(RequestContext.url(path)))
                .entity(member)
                .build();
    }

    @GET
    @Path("{member_id}")
    @Operation(summary = "Get a member (MEMBER)")
    public MemberView find(@PathParam("organization_id") UUID organization, @PathParam("member_id") UUID id) {
        return members.find(organization, id);
    }

    @PUT
    @Path("{member_id}")
    @Operation(summary = "Replace a member's role and permissions (ADMIN)")
    public MemberView replace(
            @PathParam("organization_id") UUID organization, @PathParam("member_id") UUID id, MemberUpdate request) {
        return members.replace(organization, id, request);
    }

    @PATCH
    @Path("{member_id}")
    @Operation(summary = "Change a member's role or permissions (ADMIN)")
    public MemberView merge(
            @PathParam("organization_id") UUID organization,
            @PathParam("member_id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = MemberUpdate.class))) JsonNode patch) {
        return members.merge(organization, id, patch);
    }

    @DELETE
    @Path("{member_id}")
    @Operation(summary = "Remove a member, or withdraw an open invitation (ADMIN)")
    @APIResponse(responseCode = "204", description = "Gone; the next request of theirs feels it.")
    public Response remove(@PathParam("organization_id") UUID organization, @PathParam("member_id") UUID id) {
        members.remove(organization, id);
        return Response.noContent().build();
    }
}
