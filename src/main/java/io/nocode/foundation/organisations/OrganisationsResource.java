package io.nocode.foundation.organisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
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

/** Organisations. */
@ApplicationScoped
@Path("v1/foundation/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@Tag(name = "organizations")
public class OrganisationsResource {
    @Inject
    private Organisations organisations;

    @Inject
    private Members members;

    @Inject
    private Statistics statistics;

    private enum Force {
        @JsonProperty("true")
        TRUE,
        @JsonProperty("false")
        FALSE
    }

    @GET
    @Operation(summary = "List the caller's organizations")
    public Page<OrganisationView> list(
            @BeanParam PageQuery query,
            @QueryParam("type") @Schema(implementation = OrganisationType.class) @Nullable String type) {
        return organisations.list(query.request(), PageQuery.choice("type", type, OrganisationType.class));
    }

    @POST
    @Operation(summary = "Make an organization; the caller becomes its OWNER")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "201", responseDescription = "The organization.")
    public Response create(OrganisationUpdate request) {
        OrganisationView organisation = organisations.create(request);
        return Response.created(
                        URI.create(RequestContext.url("/api/v1/foundation/organizations/" + organisation.id() + "/")))
                .entity(organisation)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get an organization")
    public OrganisationView find(@PathParam("id") UUID id) {
        return organisations.find(id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replace what an organization says of itself (ADMIN)")
    public OrganisationView replace(@PathParam("id") UUID id, OrganisationUpdate request) {
        return organisations.replace(id, request);
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change parts of what an organization says of itself (ADMIN)")
    public OrganisationView merge(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = OrganisationUpdate.class)))
                    JsonNode patch) {
        return organisations.merge(id, patch);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an organization with all its projects (OWNER)")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(
            @PathParam("id") UUID id,
            @QueryParam("force") @Schema(enumeration = {"true", "false"}) @Nullable String force) {
        organisations.delete(id, PageQuery.choice("force", force, Force.class) == Force.TRUE);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/transfer-ownership")
    @Operation(summary = "Give an organization to another active member (OWNER); who had it becomes ADMIN")
    public OrganisationView transfer(@PathParam("id") UUID id, TransferRequest request) {
        return members.transfer(id, request);
    }

    @POST
    @Path("{id}/leave")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Leave an organization; its OWNER cannot")
    @APIResponse(responseCode = "204", description = "The caller has no part in it any more.")
    public Response leave(@PathParam("id") UUID id) {
        members.leave(id);
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/stats")
    @Operation(summary = "Count what an organization has")
    public OrganisationStats stats(@PathParam("id") UUID id) {
        return statistics.of(id);
    }
}
