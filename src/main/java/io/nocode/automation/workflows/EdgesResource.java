package io.nocode.automation.workflows;

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

/** The edges of a workflow. */
@ApplicationScoped
@SignedIn
@Path("v1/automation/workflows/{workflow}/edges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class EdgesResource {
    @Inject
    private Edges edges;

    @GET
    @Operation(summary = "Lists the edges of a workflow.")
    public Page<EdgeView> list(@PathParam("workflow") UUID workflow, @BeanParam PageQuery query) {
        return edges.list(workflow, query.request());
    }

    @POST
    @Operation(summary = "Connects two nodes of a workflow.")
    @APIResponseSchema(value = EdgeView.class, responseCode = "201", responseDescription = "The edge.")
    public Response create(@PathParam("workflow") UUID workflow, EdgeBody body) {
        EdgeView edge = edges.create(workflow, body);
        return Response.created(URI.create(
                        RequestContext.url("/api/v1/automation/workflows/" + workflow + "/edges/" + edge.id() + "/")))
                .entity(edge)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Shows an edge.")
    public EdgeView get(@PathParam("workflow") UUID workflow, @PathParam("id") UUID id) {
        return edges.get(workflow, id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces an edge.")
    public EdgeView replace(@PathParam("workflow") UUID workflow, @PathParam("id") UUID id, EdgeBody body) {
        return edges.replace(workflow, id, body);
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Changes some of an edge.")
    public EdgeView merge(
            @PathParam("workflow") UUID workflow,
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = EdgeBody.class))) JsonNode patch) {
        return edges.merge(workflow, id, patch);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes an edge.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("workflow") UUID workflow, @PathParam("id") UUID id) {
        edges.delete(workflow, id);
        return Response.noContent().build();
    }
}
