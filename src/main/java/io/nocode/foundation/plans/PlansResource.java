package io.nocode.foundation.plans;

import com.fasterxml.jackson.databind.JsonNode;
import io.nocode.shared.page.Page;
import io.nocode.shared.page.PageQuery;
import io.nocode.shared.rest.RequestContext;
import io.nocode.shared.security.Anyone;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What organisations can subscribe to. */
@ApplicationScoped
@Path("v1/foundation/subscription-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subscriptions")
public class PlansResource {
    @Inject
    private Plans plans;

    @GET
    @Anyone
    @Operation(summary = "List the plans, from the smallest")
    public Page<PlanView> list(@BeanParam PageQuery query) {
        return plans.list(query.request());
    }

    @GET
    @Path("{id}")
    @Anyone
    @Operation(summary = "Get a plan")
    public PlanView find(@PathParam("id") UUID id) {
        return plans.find(id);
    }

    @GET
    @Path("compare")
    @Anyone
    @Operation(summary = "Get several plans side by side")
    public PlanComparison compare(
            @QueryParam("ids") @Parameter(description = "Ids, separated by commas; at most ten.") @Nullable
                    String ids) {
        return plans.compare(ids);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    @Operation(summary = "Make a plan (superuser)")
    @APIResponseSchema(value = PlanView.class, responseCode = "201", responseDescription = "The plan.")
    public Response create(PlanUpdate request) {
        PlanView plan = plans.create(request);
        return Response.created(
                        URI.create(RequestContext.url("/api/v1/foundation/subscription-plans/" + plan.id() + "/")))
                .entity(plan)
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    @Operation(
            summary = "Replace a plan (superuser)",
            description = "New limits hold at once, a new price from each organization's next period.")
    public PlanView replace(@PathParam("id") UUID id, PlanUpdate request) {
        return plans.replace(id, request);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    @Operation(summary = "Change parts of a plan (superuser)")
    public PlanView merge(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PlanUpdate.class))) JsonNode patch) {
        return plans.merge(id, patch);
    }

    @DELETE
    @Path("{id}")
    @SignedIn
    @Operation(summary = "Delete a plan that nobody is on or was (superuser)")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("id") UUID id) {
        plans.delete(id);
        return Response.noContent().build();
    }
}
